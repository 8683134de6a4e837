import { createHash } from 'node:crypto';
import { ENGINE_VERSION, type IndexDocument } from '@/domain/search/documents';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Text as Postgres takes it: no zero bytes, no halves of characters. */
const clean = (text: string): string => text.replaceAll('\0', ' ').replace(/\p{Surrogate}/gu, '�');

/** Gives a document the hash of all that is indexed of it. */
export const hashOfDocument = (document: Omit<IndexDocument, 'hash'>): IndexDocument => {
  const cleaned = {
    ...document,
    title: clean(document.title),
    sections: document.sections.map((section) => ({ ...section, body: clean(section.body) })),
  };
  return { ...cleaned, hash: hashOf(JSON.stringify([ENGINE_VERSION, cleaned])) };
};
