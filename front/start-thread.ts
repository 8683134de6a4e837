import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadOrder, ThreadSettings } from './thread-messages';

export type FrontThread = {
  touch(names: readonly string[]): Promise<void>;
  contentIsCurrent(): Promise<void>;
  close(): Promise<void>;
};

type Order = { kind: 'touch'; names: readonly string[] } | { kind: 'content-is-current' } | { kind: 'close' };

/** What the front makes for an answer is garbage a moment later: a quarter of the room that V8 would take for it is as fast. */
const YOUNG_MEGABYTES = 12;

/** Starts the front in a thread of its own. Rejects, with the system's code, when the port cannot be had. */
export const startThread = async (settings: ThreadSettings): Promise<FrontThread> => {
  const worker = new Worker(new URL('./thread-entry.mjs', import.meta.url), {
    workerData: settings,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting = new Map<number, () => void>();
  let orders = 0;
  let started = false;

  await new Promise<void>((done, fail) => {
    // Nobody is served any more: the process ends, as it would if there were one thread only.
    worker.on('error', (error) => {
      if (started) throw error;
      fail(error);
    });
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.kind === 'listening') done();
      else if (answer.kind === 'refused') fail(Object.assign(new Error(answer.message), { code: answer.code }));
      else {
        waiting.get(answer.id)?.();
        waiting.delete(answer.id);
      }
    });
  }).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  started = true;

  const order = (what: Order): Promise<void> =>
    new Promise((done) => {
      orders += 1;
      waiting.set(orders, done);
      worker.postMessage({ ...what, id: orders } satisfies ThreadOrder);
    });
  return {
    touch: (names) => order({ kind: 'touch', names }),
    contentIsCurrent: () => order({ kind: 'content-is-current' }),
    async close() {
      await order({ kind: 'close' });
      await worker.terminate();
    },
  };
};
