import { readFile } from 'node:fs/promises';
import type { Root } from 'hast';
import type { Audience } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { type TermFinder, termFinder } from '@/domain/resources/terms';
import { bodyFile } from './folders';
import { linkTerms } from './link-terms';
import { currentStore } from './store';

/** Who reads: the audiences a reader belongs to (`audiencesOf` in `domain/access`). */
export type Audiences = readonly Audience[];

/** What a visitor without a session may read, and all that the page store may ever hold. */
export const ANONYMOUS: Audiences = ['public'];

/** A document together with its body, ready to be drawn. */
export type WithBody<T> = T & { tree: Root };

/** In the order that editors gave, then by path. */
export const byOrder = (a: { order: number; path: string }, b: { order: number; path: string }): number =>
  a.order - b.order || (a.path < b.path ? -1 : 1);

const finders = new Map<Locale, { version: string; find: TermFinder | null }>();

/** The same document with the terms of the glossary marked in its text; what stands in for a translation has other words. */
export function withTerms<T extends { locale: Locale; tree: Root }>(document: T): T {
  if ('original' in document && document.original) return document;
  const { locale } = document;
  const store = currentStore();
  const known = finders.get(locale);
  const finder =
    known?.version === store.version
      ? known
      : { version: store.version, find: termFinder(store.list(locale, 'glossaryTerm'), locale) };
  finders.set(locale, finder);
  return finder.find ? { ...document, tree: linkTerms(document.tree, finder.find) } : document;
}

/** A document with its body. */
export async function withBody<T extends { body: string }>(entry: T): Promise<WithBody<T>> {
  return { ...entry, tree: await bodyOf(entry) };
}

/** The body of a document as data. */
export const bodyOf = async ({ body }: { body: string }): Promise<Root> =>
  JSON.parse(await readFile(bodyFile(body), 'utf8')) as Root;
