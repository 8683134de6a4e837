import { closeDatabase } from '@/db/client';
import { openDatabase } from './start/database';
import { failWith } from './start/fail';
import { settle } from './start/settle';
import { step } from './start/steps';
import { untilStopped } from './start/stopping';

// `npm run worker`: jobs alone (mails, reminders), beside any number of other workers and app processes.
try {
  const env = settle('production');
  const database = await openDatabase(env);
  // Loads React for the mails, which looks at NODE_ENV as it is loaded.
  const { startWorker } = await import('@/server/jobs/worker');
  const worker = await step('Jobs', async () => ({ value: await startWorker() }));
  await untilStopped(async () => {
    await worker.stop();
    await closeDatabase();
    await database.stop();
  });
} catch (error) {
  failWith(error);
}
