import { database, type Tx } from '@/db/client';
import { visibleIdea } from '@/db/ideas/queries';
import { incidentById } from '@/db/incidents/queries';
import { enqueueJob } from '@/db/kernel/queries';
import { themeByKey } from '@/db/roadmap/queries';
import { currentGeneration, holdIndex, liveGenerations } from '@/db/search/generations';
import { requestTexts } from '@/db/search/requests';
import { takeWishes, type Wish } from '@/db/search/wishes';
import { fillBeginnings } from '@/db/search/words';
import { heldDocuments, nameOf, removeDocuments, writeDocuments } from '@/db/search/write';
import { LOCALES } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';
import type { IndexDocument } from '@/domain/search/documents';
import { hasContent } from '../kernel/content';
import { log } from '../kernel/log';
import { CONTENT_KINDS, contentDocuments, type PendingDocument } from './sources/content';
import { ideaDocuments } from './sources/ideas';
import { incidentDocuments } from './sources/incidents';
import { requestDocument } from './sources/requests';
import { themeDocuments } from './sources/themes';

/** Bodies of so many documents are in memory at once. */
const BATCH = 50;
/** After so many changes at once other words may be the most used ones. */
const LARGE_CHANGE = 200;

/** The rows that become documents, by what names them: an incident's id, a theme's key, an idea's or a request's number. */
export const ROW_KINDS = ['incident', 'theme', 'idea', 'request'] as const;
export type RowKind = (typeof ROW_KINDS)[number];
type Row = { kind: RowKind; key: string };

const unlessGone = async <T>(row: Promise<T>): Promise<T | null> => {
  try {
    return await row;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  }
};

const rowDocuments = async (tx: Tx, { kind, key }: Row): Promise<IndexDocument[]> => {
  if (kind === 'incident') {
    const incident = await unlessGone(incidentById(tx, key));
    return incident ? incidentDocuments(incident) : [];
  }
  if (kind === 'idea') {
    const idea = await unlessGone(visibleIdea(tx, { kind: 'system', name: 'search' }, Number(key)));
    return idea ? ideaDocuments(idea) : [];
  }
  const theme = await unlessGone(themeByKey(tx, key));
  return theme ? themeDocuments(theme) : [];
};

const documentsOf = async (tx: Tx, rows: readonly Row[]): Promise<IndexDocument[]> => {
  const numbers = rows.filter(({ kind }) => kind === 'request').map(({ key }) => Number(key));
  const documents = numbers.length > 0 ? (await requestTexts(tx, numbers)).map(requestDocument) : [];
  for (const row of rows) if (row.kind !== 'request') documents.push(...(await rowDocuments(tx, row)));
  return documents;
};

/** Brings rows of ours into step in the index, or takes those out that are gone. */
const indexRows = async (tx: Tx, rows: readonly Row[]): Promise<void> => {
  await holdIndex(tx);
  const documents = await documentsOf(tx, rows);
  const names = new Set(documents.map(nameOf));
  const missing = rows
    .flatMap((row) => LOCALES.map((locale) => ({ ...row, locale })))
    .filter((ref) => !names.has(nameOf(ref)));
  for (const { id } of await liveGenerations(tx)) {
    await removeDocuments(tx, id, missing);
    await writeDocuments(tx, id, documents);
  }
};

/** Brings one row of ours into step in the index, or takes it out when the row is gone. Safe to repeat. */
export const indexRow = async (kind: RowKind, key: string): Promise<void> =>
  database().transaction((tx) => indexRows(tx, [{ kind, key }]));

const isRow = (wish: Wish): wish is Row => ROW_KINDS.some((kind) => kind === wish.kind);

const takeRows = async (tx: Tx, now: Date): Promise<Row[]> => (await takeWishes(tx, now, BATCH)).filter(isRow);

/**
 * Fulfils the wishes of the index that are due, many at a time. Where one of them fails, each becomes a job of its own, so
 * that the others are not held up and the queue tells of the one.
 */
export const fulfilWishes = async (now: Date): Promise<void> => {
  for (;;) {
    try {
      const taken = await database().transaction(async (tx) => {
        const rows = await takeRows(tx, now);
        if (rows.length > 0) await indexRows(tx, rows);
        return rows.length;
      });
      if (taken === 0) return;
    } catch (error) {
      log.warn('rows are indexed one by one, since together they failed', { error });
      await database().transaction(async (tx) => {
        for (const { kind, key } of await takeRows(tx, now)) {
          await enqueueJob(tx, 'search.row', { kind, key }, { key: `search.row:${kind}:${key}` });
        }
      });
    }
  }
};

/** A body may be replaced while we read: what replaced it has announced itself and comes next. */
const loaded = async (document: PendingDocument): Promise<IndexDocument | null> => {
  try {
    return await document.load();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

/** The documents of some pending ones; one whose body was replaced while it was read is left out. */
export const loadDocuments = async (pending: readonly PendingDocument[]): Promise<IndexDocument[]> => {
  const documents = await Promise.all(pending.map(loaded));
  return documents.flatMap((document) => document ?? []);
};

/** Brings what is published into step in one index: writes what has changed by its hash, takes out what is gone; answers how many. */
export const indexContent = async (generation: number): Promise<number> => {
  // A process that has never seen content must not take all of it for deleted.
  if (!hasContent()) return 0;
  const pending = contentDocuments();
  const held = await database().transaction((tx) => heldDocuments(tx, generation, CONTENT_KINDS));
  const hashes = new Map(held.map((document) => [nameOf(document), document.hash]));
  const published = new Set(pending.map(nameOf));
  const gone = held.filter((document) => !published.has(nameOf(document)));
  // A few at a time: all postings of what goes are in memory together.
  for (let at = 0; at < gone.length; at += BATCH) {
    await database().transaction((tx) => removeDocuments(tx, generation, gone.slice(at, at + BATCH)));
  }
  const changed = pending.filter((document) => hashes.get(nameOf(document)) !== document.hash);
  for (let at = 0; at < changed.length; at += BATCH) {
    const documents = await loadDocuments(changed.slice(at, at + BATCH));
    await database().transaction((tx) => writeDocuments(tx, generation, documents));
  }
  return changed.length + gone.length;
};

/** Works out anew which words are used most, in the index that answers. */
export const refreshBeginnings = async (): Promise<void> =>
  database().transaction(async (tx) => {
    await holdIndex(tx);
    const current = await currentGeneration(tx);
    if (current) await fillBeginnings(tx, current.id);
  });

/** Brings what is published into step in the index that answers; one that is being built does the same at its end. */
export const keepContent = async (): Promise<void> => {
  const current = await currentGeneration(database());
  if (current && (await indexContent(current.id)) >= LARGE_CHANGE) await refreshBeginnings();
};
