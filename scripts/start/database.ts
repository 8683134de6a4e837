import { startEmbedded } from '@/db/embedded/supervisor';
import { migrateDatabase } from '@/db/migrate';
import { type Env, publishEnv } from '@/server/kernel/env';
import { step } from './steps';

/** The database of this run; `stop` leaves a server of somebody else alone. */
export type RunningDatabase = { url: string; stop: () => Promise<void> };

const HOW = { created: 'created', started: 'started', adopted: 'was running already, adopted' } as const;

const open = async (env: Env): Promise<RunningDatabase> => {
  if (env.database.kind === 'server') return { url: env.database.url, stop: async () => undefined };
  return step('Database', async () => {
    const value = await startEmbedded({
      dataDir: env.dataDir,
      onWait: (pid) => console.log(`  … waiting for process ${pid}, which is starting or stopping the same database`),
    });
    return { value, note: HOW[value.how] };
  });
};

/** Starts or reaches the database, tells the process where it is, and brings its schema up to date. */
export const openDatabase = async (env: Env): Promise<RunningDatabase> => {
  const running = await open(env);
  if (env.database.kind === 'embedded') publishEnv({ ...env, database: { kind: 'embedded', url: running.url } });
  try {
    await step('Schema', async () => ({ value: await migrateDatabase(running.url), note: 'up to date' }));
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
};
