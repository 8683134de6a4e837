import { isSeq, parseDocument, stringify } from 'yaml';
import type { Placement } from './plan';
import { isIndex, type SourcePage, withoutNumber } from './source-tree';

export type Rule = { from: string; to: string };

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');

/** The address a page had below `prefix`: without numbers, extension and `index`. */
const formerAddress = ({ path, front }: SourcePage, prefix: string): string => {
  const parts = path
    .replace(/\.\w+$/, '')
    .split('/')
    .map(withoutNumber);
  if (isIndex(path)) parts.pop();
  const [slug] = texts(front.slug);
  if (slug) return slug.startsWith('/') ? `${prefix}${slug}` : `${prefix}/${[...parts.slice(0, -1), slug].join('/')}`;
  return `${prefix}/${parts.join('/')}`;
};

/** Where the old addresses of a page lead now: its own, when the old site's prefix is known, and those front matter names. */
export const rulesFor = (page: SourcePage, place: Placement, prefix: string | undefined): Rule[] => {
  const named = [page.front.redirect_from, page.front.redirects, page.front.aliases]
    .flatMap(texts)
    .filter((path) => path.startsWith('/'));
  const own = prefix === undefined ? [] : [formerAddress(page, prefix.replace(/\/$/, ''))];
  const from = [...own, ...named].map((path) =>
    path
      .replace(/[?#].*$/, '')
      .replace(/(?<=.)\/$/, '')
      .replace(/\s/g, '%20'),
  );
  return [...new Set(from)]
    .filter((path) => path !== place.address && path !== '' && path !== '/')
    .map((path) => ({ from: path, to: place.address }));
};

/** `redirects.yml` with these rules; one that is there for the same address stays as it is. */
export const withRules = (present: string | null, rules: readonly Rule[]): string | null => {
  const document = parseDocument(present ?? '');
  const known = new Set(isSeq(document.contents) ? (document.toJS() as Rule[]).map(({ from }) => from) : []);
  const missing = rules.filter(({ from }) => !known.has(from) && known.add(from));
  if (missing.length === 0) return present;
  // Written at the end of what is there, so that its comments and order stay.
  const added = stringify(missing, { lineWidth: 0 });
  return isSeq(document.contents) ? `${(present ?? '').trimEnd()}\n${added}` : added;
};
