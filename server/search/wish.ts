import { database } from '@/db/client';
import { enqueueJob } from '@/db/kernel/queries';
import { countRequests } from '@/db/search/requests';
import { indexIsCurrent, rebuildIndex } from './rebuild';
import { contentDocuments } from './sources/content';

/** So many documents are indexed in a second or two: no reason to start without them. */
const QUICKLY_BUILT = 1_500;

/** One after the other: content brought into step beside a rebuild would be written twice. */
const QUEUE = 'search';

/** Queues bringing the index into step with what is published; one job however often it is wished. */
export const wishContentIndexed = async (): Promise<void> =>
  database().transaction((tx) => enqueueJob(tx, 'search.content', {}, { key: 'search.content', queue: QUEUE }));

/**
 * Sees to it that there is an index of the present kind: builds a small one at once, and leaves a large one to a job,
 * while the former one goes on answering. Answers which, for the line of the start.
 */
export const bringIndexUp = async (): Promise<'in place' | 'built' | 'being built'> => {
  if (await indexIsCurrent()) return 'in place';
  const requests = await countRequests(database(), QUICKLY_BUILT);
  if (contentDocuments().length + requests <= QUICKLY_BUILT) {
    await rebuildIndex();
    return 'built';
  }
  await database().transaction((tx) => enqueueJob(tx, 'search.rebuild', {}, { key: 'search.rebuild', queue: QUEUE }));
  return 'being built';
};
