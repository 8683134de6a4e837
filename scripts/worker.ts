import { closeDatabase } from '@/db/client';
import { openDatabase } from './start/database';
import { failWith, StartRefusal } from './start/fail';
import { jobWorker } from './start/services';
import { settle } from './start/settle';
import { step } from './start/steps';
import { untilStopped } from './start/stopping';

// `npm run worker`: jobs alone (mails, reminders), beside any number of other workers and app processes.
try {
  const env = settle('production');
  const database = await openDatabase(env);
  const jobs = await jobWorker();
  if (!jobs) throw new StartRefusal('This version has no job worker yet.');
  const worker = await step('Jobs', async () => ({ value: await jobs.startWorker() }));
  await untilStopped(async () => {
    await worker.stop();
    await closeDatabase();
    await database.stop();
  });
} catch (error) {
  failWith(error);
}
