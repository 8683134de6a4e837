import { database, type Tx } from '@/db/client';
import { incidentsSince } from '@/db/incidents/queries';
import { enqueueJob } from '@/db/kernel/queries';
import { listThemes } from '@/db/roadmap/queries';
import {
  beginGeneration,
  currentGeneration,
  dropGenerations,
  holdIndex,
  promoteGeneration,
} from '@/db/search/generations';
import { requestTextsAfter } from '@/db/search/requests';
import { writeDocuments } from '@/db/search/write';
import { ENGINE_VERSION } from '@/domain/search/documents';
import { indexContent } from './keep';
import { forgetKnownIndex } from './known';
import { incidentDocuments } from './sources/incidents';
import { requestDocument } from './sources/requests';
import { themeDocuments } from './sources/themes';

/** So many requests are read and written at once. */
const BATCH = 500;
/** Searches that began on the former index are long over then. */
const FORMER_KEPT_MS = 60_000;

/** What a rebuild is at, and how many documents of it are through. */
export type RebuildStage = 'content' | 'incidents' | 'themes' | 'requests';
export type OnProgress = (stage: RebuildStage, done: number) => void;

const indexRequests = async (generation: number, onProgress: OnProgress): Promise<void> => {
  let after = 0;
  for (let done = 0; ; ) {
    const last = await database().transaction(async (tx) => {
      // Held before reading: what changes after this has its own job, which waits for us.
      await holdIndex(tx);
      const requests = await requestTextsAfter(tx, after, BATCH);
      await writeDocuments(tx, generation, requests.map(requestDocument));
      done += requests.length;
      return requests.at(-1)?.number;
    });
    if (last === undefined) return;
    after = last;
    onProgress('requests', done);
  }
};

const indexRows = async (tx: Tx, generation: number, onProgress: OnProgress): Promise<void> => {
  await holdIndex(tx);
  const incidents = await incidentsSince(tx, new Date(0));
  await writeDocuments(tx, generation, incidents.flatMap(incidentDocuments));
  onProgress('incidents', incidents.length);
  const themes = await listThemes(tx);
  await writeDocuments(tx, generation, themes.flatMap(themeDocuments));
  onProgress('themes', themes.length);
};

/**
 * Builds the whole index anew beside the one that answers, then lets it answer. Changes made meanwhile reach both. A
 * rebuild that breaks off leaves the former index in place; the next one begins again.
 */
export const rebuildIndex = async (onProgress: OnProgress = () => undefined): Promise<void> => {
  const { id } = await database().transaction(beginGeneration);
  await indexContent(id, (done) => onProgress('content', done));
  await database().transaction((tx) => indexRows(tx, id, onProgress));
  await indexRequests(id, onProgress);
  await database().transaction(async (tx) => {
    await promoteGeneration(tx, id);
    await enqueueJob(tx, 'search.tidy', {}, { runAt: new Date(Date.now() + FORMER_KEPT_MS), key: 'search.tidy' });
  });
  forgetKnownIndex();
};

/** Removes the index that answered before the last rebuild. */
export const dropFormerIndex = async (): Promise<void> =>
  database().transaction(async (tx) => {
    await holdIndex(tx);
    await dropGenerations(tx, 'former');
  });

/** Whether there is an index, made the way texts are taken apart now. */
export const indexIsCurrent = async (): Promise<boolean> =>
  (await currentGeneration(database()))?.engine === ENGINE_VERSION;
