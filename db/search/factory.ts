import { eq } from 'drizzle-orm';
import type { IndexDocument } from '@/domain/search/documents';
import type { Tx } from '../client';
import { beginGeneration, promoteGeneration } from './generations';
import { searchGenerations } from './schema';
import { writeDocuments } from './write';

type Given = Pick<IndexDocument, 'kind' | 'key'> & Partial<IndexDocument> & { body?: string };

/** A document for tests: French, public, in one piece, unless said otherwise. */
export const makeDocument = ({ body = '', ...given }: Given): IndexDocument => ({
  locale: 'fr',
  audience: 'public',
  ticketId: null,
  href: `/fr/${given.kind}/${given.key}`,
  title: given.key,
  trail: [],
  keywords: [],
  at: null,
  hash: given.key,
  sections: [{ heading: null, anchor: null, body }],
  ...given,
});

/** Makes an index of some documents and lets it answer, in the place of any other; answers its number. */
export const makeIndex = async (tx: Tx, documents: readonly IndexDocument[]): Promise<number> => {
  const { id } = await beginGeneration(tx);
  await writeDocuments(tx, id, documents);
  await promoteGeneration(tx, id);
  await tx.delete(searchGenerations).where(eq(searchGenerations.state, 'former'));
  return id;
};
