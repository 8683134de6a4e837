import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputFolder } from './folders';

/** The kinds as Contentlayer names them, which is also how it names its folders. */
const KINDS = [
  'Collection',
  'Article',
  'FaqCategory',
  'FaqQuestion',
  'ReleaseNote',
  'Event',
  'Resource',
  'GlossaryTerm',
] as const;

/** Names the version of the code that reads files; set while bundling, it is the key of Contentlayer's cache and of ours. */
export const READERS = process.env.GUICHET_CONTENT_READERS ?? 'unbundled';

/** A document as Contentlayer wrote it: fields as found; its text is read from the file itself. */
export type GeneratedDocument = { path: string; fields: Record<string, unknown> };

/** Reads what Contentlayer generated. This file is the only one that knows where and how that is laid out. */
export const readGenerated = async (): Promise<GeneratedDocument[]> => {
  const kinds = await Promise.all(KINDS.map(readKind));
  return kinds.flat();
};

type RawDocument = Record<string, unknown> & { _id: string };

async function readKind(kind: (typeof KINDS)[number]): Promise<GeneratedDocument[]> {
  const file = join(outputFolder(), '.contentlayer', 'generated', kind, '_index.json');
  const documents = JSON.parse(await readFile(file, 'utf8')) as RawDocument[];
  return documents.map(({ _id, _raw, type, locale, slug, folder, body, ...fields }) => ({ path: _id, fields }));
}
