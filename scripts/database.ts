import { openDatabase } from './start/database';
import { failWith } from './start/fail';
import { settle } from './start/settle';
import { untilStopped } from './start/stopping';

/** For developers: the embedded database alone, migrated, until Ctrl-C. */
try {
  const database = await openDatabase(settle('development'));
  console.log(`\n  DATABASE_URL='${database.url}'\n`);
  await untilStopped(async () => database.stop());
} catch (error) {
  failWith(error);
}
