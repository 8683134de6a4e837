import { resolve } from 'node:path';
import { writeBackup } from '@/db/backup/write';
import { openDatabase } from './start/database';
import { failWith, StartRefusal } from './start/fail';
import { settle } from './start/settle';
import { step } from './start/steps';

// `npm run backup -- FILE`: all rows of the database in one file; the app may run meanwhile.
try {
  const file = process.argv[2];
  if (!file) throw new StartRefusal('Say where to: npm run backup -- backup.gz');
  const database = await openDatabase(settle('production'));
  await step('Backup', async () => {
    const value = await writeBackup(database.url, resolve(file)).finally(database.stop);
    return { value, note: `${value.rows} rows of ${value.tables} tables in ${file}` };
  });
  process.exit(0);
} catch (error) {
  failWith(error);
}
