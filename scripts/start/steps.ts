/** What happened in a step, when its label alone does not tell. */
export type StepResult<T> = { value: T; note?: string };

const WIDTH = 58;
const live = process.stdout.isTTY === true;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const line = (mark: string, label: string, end: string): string =>
  `  ${mark} ${label.padEnd(WIDTH)} ${end.padStart(7)}`;

const show = (text: string): void => {
  if (live) process.stdout.write(`\r\x1b[2K${text}`);
};

/**
 * Runs one step of the start and prints one line for it: what, how it went, how long it took. On a terminal the seconds run
 * while it lasts; elsewhere a step known to be long is announced first.
 */
export const step = async <T>(label: string, work: () => Promise<StepResult<T>>, announced?: string): Promise<T> => {
  const since = performance.now();
  const doing = announced ?? label;
  if (announced && !live) console.log(`  … ${announced}`);
  show(`  … ${doing}`);
  const ticking = live ? setInterval(() => show(line('…', doing, seconds(since))), 500) : undefined;
  try {
    const { value, note } = await work();
    clearInterval(ticking);
    show('');
    console.log(line('✓', note ? `${label}: ${note}` : label, seconds(since)));
    return value;
  } catch (error) {
    clearInterval(ticking);
    show('');
    console.log(line('✗', label, seconds(since)));
    throw error;
  }
};
