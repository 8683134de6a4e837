/** npm hands a Ctrl-C on to a process that the terminal has told already: two signals within this time are one. */
const SAME_SIGNAL = 1_000;

/**
 * Waits for SIGINT or SIGTERM, then puts everything away and ends the process with 0. A second signal does not wait for it.
 * A `stop` that fails is printed and ends with 1.
 */
export const untilStopped = (stop: () => Promise<void>): Promise<never> => {
  let since: number | undefined;
  const onSignal = () => {
    if (since !== undefined) {
      if (performance.now() - since > SAME_SIGNAL) process.exit(1);
      return;
    }
    since = performance.now();
    console.log('\n  Stopping…');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // Signals alone do not keep a process alive.
  const alive = setInterval(() => undefined, 60_000);
  return new Promise<never>(() => alive);
};
