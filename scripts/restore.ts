import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBackup } from '@/db/backup/read';
import { openDatabase } from './start/database';
import { failWith, StartRefusal } from './start/fail';
import { settle } from './start/settle';
import { step } from './start/steps';

// `npm run restore -- FILE`: fills a new installation with the rows of a backup.
try {
  const file = process.argv[2];
  if (!file || !existsSync(file)) throw new StartRefusal('Say from which file: npm run restore -- backup.gz');
  const database = await openDatabase(settle('production'));
  await step('Restore', async () => {
    const value = await readBackup(database.url, resolve(file)).finally(database.stop);
    return { value, note: `${value.rows} rows of ${value.tables} tables` };
  });
  process.exit(0);
} catch (error) {
  failWith(error);
}
