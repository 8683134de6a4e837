import { closeDatabase } from '@/db/client';
import { seedDemo } from '@/db/seed/demo';
import { startWorker } from '@/server/jobs/worker';
import { ensureContent, watchContent } from '@/server/kernel/content/watch';
import type { Env } from '@/server/kernel/env';
import { log } from '@/server/kernel/log';
import { bringIndexUp, wishContentIndexed } from '@/server/search/wish';
import { openDatabase } from './database';
import { portRefusal } from './port';
import { step } from './steps';

/** Everything of one process; `stop` puts it away in the reverse order of its start. */
export type RunningApp = { stop: () => Promise<void> };

type Stop = () => Promise<void> | void;

const seed = (): Promise<boolean> =>
  step('Demo', async () => {
    const loaded = await seedDemo();
    return { value: loaded, note: loaded ? 'loaded' : 'kept as it is' };
  });

const serve = async (env: Env, dev: boolean) => {
  const { startFront } = await import('@/front/server');
  try {
    return await startFront({ port: env.port, host: env.host, dev });
  } catch (error) {
    throw portRefusal(error, env.host, env.port);
  }
};

const watch = (touch: (tags: readonly string[]) => Promise<void>, onCurrent: () => Promise<void>) =>
  watchContent({
    onChange: touch,
    onCurrent,
    onProblems: (problems) => {
      for (const problem of problems) log.warn('content', { ...problem });
    },
    onError: (error) => log.error('content', { error }),
  });

const start = async (env: Env, dev: boolean, stops: Stop[]): Promise<void> => {
  const database = await openDatabase(env);
  stops.push(database.stop, closeDatabase);
  if (env.demo) await seed();
  // A new data folder has nothing published yet: whoever came before the first publication would find no page at all.
  await ensureContent();
  const front = await step('Pages', async () => ({ value: await serve(env, dev) }));
  stops.push(() => front.close());
  const content = await step('Content', async () => ({
    value: await watch(async (tags) => {
      await front.touch(tags);
      await wishContentIndexed();
    }, front.contentIsCurrent),
    note: 'published',
  }));
  stops.push(() => content.close());
  await step('Search', async () => ({ value: undefined, note: await bringIndexUp() }));
  if (!env.worker) return;
  const worker = await step('Jobs', async () => ({ value: await startWorker() }));
  stops.push(() => worker.stop());
};

/** Starts database, demo, pages, content and jobs in this process; what had started is put away again when one fails. */
export const startApp = async (env: Env, dev: boolean): Promise<RunningApp> => {
  const stops: Stop[] = [];
  const stop = async () => {
    // One part that fails to stop must not keep the others, the database above all, from being put away.
    for (const part of stops.splice(0).reverse()) {
      try {
        await part();
      } catch (error) {
        log.error('stop', { error });
      }
    }
  };
  try {
    await start(env, dev, stops);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
};
