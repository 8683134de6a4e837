import { database, type Tx } from '@/db/client';
import { incidentById } from '@/db/incidents/queries';
import { themeByKey } from '@/db/roadmap/queries';
import { holdIndex, liveGenerations } from '@/db/search/generations';
import { requestTexts } from '@/db/search/requests';
import { heldDocuments, removeDocuments, writeDocuments } from '@/db/search/write';
import { LOCALES } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';
import type { IndexDocument, SearchRef } from '@/domain/search/documents';
import { hasContent } from '../kernel/content';
import { CONTENT_KINDS, contentDocuments, type PendingDocument } from './sources/content';
import { incidentDocuments } from './sources/incidents';
import { requestDocument } from './sources/requests';
import { themeDocuments } from './sources/themes';

/** Bodies of so many documents are in memory at once. */
const BATCH = 50;

/** The rows that become documents, by what names them: an incident's id, a theme's key, a request's number. */
export const ROW_KINDS = ['incident', 'theme', 'request'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

const unlessGone = async <T>(row: Promise<T>): Promise<T | null> => {
  try {
    return await row;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  }
};

const documentsOf = async (tx: Tx, kind: RowKind, key: string): Promise<IndexDocument[]> => {
  if (kind === 'request') return (await requestTexts(tx, [Number(key)])).map(requestDocument);
  if (kind === 'incident') {
    const incident = await unlessGone(incidentById(tx, key));
    return incident ? incidentDocuments(incident) : [];
  }
  const theme = await unlessGone(themeByKey(tx, key));
  return theme ? themeDocuments(theme) : [];
};

/** Brings one row of ours into step in the index, or takes it out when the row is gone. Safe to repeat. */
export const indexRow = async (kind: RowKind, key: string): Promise<void> =>
  database().transaction(async (tx) => {
    await holdIndex(tx);
    const documents = await documentsOf(tx, kind, key);
    const missing = LOCALES.filter((locale) => !documents.some((document) => document.locale === locale));
    for (const { id } of await liveGenerations(tx)) {
      await removeDocuments(
        tx,
        id,
        missing.map((locale) => ({ kind, key, locale })),
      );
      await writeDocuments(tx, id, documents);
    }
  });

const nameOf = ({ kind, key, locale }: SearchRef): string => `${kind} ${locale} ${key}`;

/**
 * Brings what is published into step in one index: writes what has changed by its hash, takes out what is gone. Tells
 * `onProgress` how many documents are through.
 */
export const indexContent = async (generation: number, onProgress?: (done: number) => void): Promise<number> => {
  // A process that has never seen content must not take all of it for deleted.
  if (!hasContent()) return 0;
  const pending = contentDocuments();
  const held = await database().transaction((tx) => heldDocuments(tx, generation, CONTENT_KINDS));
  const hashes = new Map(held.map((document) => [nameOf(document), document.hash]));
  const published = new Set(pending.map(nameOf));
  const gone = held.filter((document) => !published.has(nameOf(document)));
  await database().transaction((tx) => removeDocuments(tx, generation, gone));
  const changed = pending.filter((document) => hashes.get(nameOf(document)) !== document.hash);
  for (let at = 0; at < changed.length; at += BATCH) {
    const documents = await Promise.all(changed.slice(at, at + BATCH).map((document) => loaded(document)));
    await database().transaction((tx) =>
      writeDocuments(
        tx,
        generation,
        documents.flatMap((document) => document ?? []),
      ),
    );
    onProgress?.(Math.min(at + BATCH, changed.length));
  }
  return changed.length + gone.length;
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

/** Brings what is published into step in every index that is in use or being built. */
export const keepContent = async (): Promise<void> => {
  const generations = await liveGenerations(database());
  for (const { id } of generations) await indexContent(id);
};
