import { closeDatabase } from '@/db/client';
import { ensureContent } from '@/server/kernel/content/watch';
import { type RebuildStage, rebuildIndex } from '@/server/search/rebuild';
import { openDatabase } from './start/database';
import { failWith } from './start/fail';
import { settle } from './start/settle';
import { step } from './start/steps';

/** Progress is told after so many documents. */
const TOLD_EVERY = 5_000;

// `npm run search:rebuild`: builds the search index anew beside the one that answers; the app may run meanwhile.
try {
  const database = await openDatabase(settle('production'));
  await ensureContent();
  const done = new Map<RebuildStage, number>();
  await step('Search', async () => {
    await rebuildIndex((stage, count, of) => {
      if (count < of && count - (done.get(stage) ?? 0) < TOLD_EVERY) return;
      done.set(stage, count);
      console.log(`    ${stage.padEnd(10)} ${String(count).padStart(8)} of ${of}`);
    });
    return { value: undefined, note: 'built anew' };
  });
  await closeDatabase();
  await database.stop();
} catch (error) {
  failWith(error);
}
