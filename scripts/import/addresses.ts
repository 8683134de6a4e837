import { posix } from 'node:path';
import { isIndex, type SourcePage, withoutNumber } from './source-tree';

/** Finds the page that a link of the old site means. */
export type Addresses = { pageFor(target: string, from: string): string | null };

const bare = (path: string): string =>
  path.replace(/\.(?:md|mdx|markdown|html?)$/i, '').replace(/(?:^|\/)(?:index|readme)$/i, '') || '.';

const unnumbered = (path: string): string => path.split('/').map(withoutNumber).join('/');

const text = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

/** The addresses front matter gives a page, relative to the root of the pages. */
const givenAddresses = ({ path, front }: SourcePage): string[] => {
  const folder = posix.dirname(path);
  const relative = (slug: string) => (slug.startsWith('/') ? slug.slice(1) : posix.join(folder, slug));
  return [
    ...text(front.slug).map(relative),
    ...text(front.id).map((id) => posix.join(folder, id)),
    ...text(front.permalink).map((link) => link.replace(/^\//, '')),
  ];
};

const tidy = (path: string): string => posix.normalize(path).replace(/\/$/, '').toLowerCase() || '.';

const decode = (target: string): string => {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
};

/**
 * Knows pages by file, by address with and without numbers, and by what their front matter says; relative to the page
 * that links and, as browsers do, to its address, which ends with a slash.
 */
export const openAddresses = (pages: readonly SourcePage[]): Addresses => {
  const known = new Map<string, string>();
  const learn = (name: string, path: string) => {
    if (!known.has(tidy(name))) known.set(tidy(name), path);
  };
  for (const { path } of pages) learn(path, path);
  for (const page of pages)
    for (const name of [bare(page.path), unnumbered(bare(page.path)), ...givenAddresses(page)]) learn(name, page.path);
  const find = (name: string): string | null => known.get(tidy(name)) ?? known.get(tidy(bare(name))) ?? null;
  return {
    pageFor(target, from) {
      const [written = ''] = target.split(/[?#]/);
      const path = decode(written);
      if (path === '') return from;
      if (path.startsWith('/')) return fromRoot(path.slice(1), find);
      const folder = posix.dirname(from);
      const asAddress = isIndex(from) ? folder : bare(from);
      return (
        find(posix.join(folder, path)) ??
        find(posix.join(asAddress, path)) ??
        find(posix.join(posix.dirname(asAddress), path)) ??
        find(path)
      );
    },
  };
};

/** The old site may have served its pages below `/docs/` or such: parts are taken off until a page fits. */
const fromRoot = (path: string, find: (name: string) => string | null): string | null => {
  const parts = path.split('/').filter(Boolean);
  for (let skipped = 0; skipped < Math.min(parts.length, 3); skipped += 1) {
    const found = find(parts.slice(skipped).join('/'));
    if (found) return found;
  }
  return parts.length === 0 ? find('.') : null;
};
