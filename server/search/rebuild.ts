import { database, type Tx } from '@/db/client';
import { publishedIdeas } from '@/db/ideas/lists';
import { incidentsSince } from '@/db/incidents/queries';
import { enqueueJob } from '@/db/kernel/queries';
import { listThemes } from '@/db/roadmap/queries';
import { type IndexBuilder, indexBuilder } from '@/db/search/build';
import {
  beginGeneration,
  currentGeneration,
  dropGenerations,
  holdIndex,
  promoteGeneration,
} from '@/db/search/generations';
import { countRequests, requestTextsAfter } from '@/db/search/requests';
import { ENGINE_VERSION } from '@/domain/search/documents';
import { roomInBlock } from '@/domain/search/postings';
import { hasContent } from '../kernel/content';
import { indexContent, loadDocuments } from './keep';
import { forgetKnownIndex } from './known';
import { contentDocuments } from './sources/content';
import { ideaDocuments } from './sources/ideas';
import { incidentDocuments } from './sources/incidents';
import { requestDocument } from './sources/requests';
import { themeDocuments } from './sources/themes';

/** So many requests are read and written at once. */
const BATCH = 500;
/** Bodies of so many documents of content are in memory at once, and so many of them are written in one transaction. */
const CONTENT_BATCH = 50;
const CONTENT_GROUP = 1_000;
/** Searches that began on the former index are long over then. */
const FORMER_KEPT_MS = 60_000;

/** What a rebuild is at, how many documents of it are through, and of how many. */
export type RebuildStage = 'content' | 'incidents' | 'themes' | 'ideas' | 'requests';
export type OnProgress = (stage: RebuildStage, done: number, of: number) => void;

const buildContent = async (builder: IndexBuilder, onProgress: OnProgress): Promise<void> => {
  // A process that has never seen content has none to tell.
  const pending = hasContent() ? contentDocuments() : [];
  for (let group = 0; group < pending.length; group += CONTENT_GROUP) {
    await database().transaction(async (tx) => {
      await holdIndex(tx);
      const end = Math.min(group + CONTENT_GROUP, pending.length);
      for (let at = group; at < end; at += CONTENT_BATCH) {
        await builder.add(tx, await loadDocuments(pending.slice(at, Math.min(at + CONTENT_BATCH, end))));
        onProgress('content', Math.min(at + CONTENT_BATCH, end), pending.length);
      }
      await builder.flush(tx);
    });
  }
};

const buildRows = async (tx: Tx, builder: IndexBuilder, onProgress: OnProgress): Promise<void> => {
  await holdIndex(tx);
  const incidents = await incidentsSince(tx, new Date(0));
  await builder.add(tx, incidents.flatMap(incidentDocuments));
  onProgress('incidents', incidents.length, incidents.length);
  const themes = await listThemes(tx);
  await builder.add(tx, themes.flatMap(themeDocuments));
  onProgress('themes', themes.length, themes.length);
  const ideas = await publishedIdeas(tx);
  await builder.add(tx, ideas.flatMap(ideaDocuments));
  onProgress('ideas', ideas.length, ideas.length);
  await builder.flush(tx);
};

const buildRequests = async (builder: IndexBuilder, onProgress: OnProgress): Promise<void> => {
  const all = await countRequests(database());
  let after = 0;
  let done = 0;
  // To the end of a block of the index at a time: each row of it is then written once.
  const fillBlock = async (tx: Tx): Promise<boolean> => {
    // Held before reading: what changes after this has its own job, which waits for us.
    await holdIndex(tx);
    for (let room = BATCH; room > 0; ) {
      const requests = await requestTextsAfter(tx, after, Math.min(room, BATCH));
      const last = requests.at(-1);
      if (!last) return false;
      room = roomInBlock(await builder.add(tx, requests.map(requestDocument)));
      after = last.number;
      done += requests.length;
      onProgress('requests', done, all);
    }
    return true;
  };
  const block = (): Promise<boolean> =>
    database().transaction(async (tx) => {
      const more = await fillBlock(tx);
      await builder.flush(tx);
      return more;
    });
  while (await block());
};

/**
 * Builds the whole index anew beside the one that answers, then lets it answer. Changes made meanwhile reach both. A
 * rebuild that breaks off leaves the former index in place; the next one begins again.
 */
export const rebuildIndex = async (onProgress: OnProgress = () => undefined): Promise<void> => {
  const { id } = await database().transaction(beginGeneration);
  const builder = indexBuilder(id);
  await buildContent(builder, onProgress);
  await database().transaction((tx) => buildRows(tx, builder, onProgress));
  await buildRequests(builder, onProgress);
  await database().transaction(async (tx) => {
    await holdIndex(tx);
    await builder.finish(tx);
  });
  // What was published or taken back since this began; and once more behind the change, for what comes in between.
  await indexContent(id);
  await database().transaction(async (tx) => {
    await promoteGeneration(tx, id);
    await enqueueJob(tx, 'search.content', {}, { key: 'search.content' });
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
