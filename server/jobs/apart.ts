import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

/** As `nice -n 10`: work that nobody waits for leaves the processor to what somebody does. */
const LOW_PRIORITY = 10;

/**
 * Runs one of our commands in a process of its own, at low priority, against the same database and settings: minutes of reckoning in
 * this one would keep every reader of a page waiting. Ends it when `signal` is aborted. Rejects with what it said when it fails.
 */
export const runApart = (script: string, signal: AbortSignal): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [...process.execArgv, script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGTERM',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('spawn', () => {
      // The process may be gone again, or the system may not let us.
      try {
        setPriority(child.pid ?? 0, LOW_PRIORITY);
      } catch {
        return;
      }
    });
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done() : fail(new Error(`${script} failed: ${said.trim()}`))));
  });
