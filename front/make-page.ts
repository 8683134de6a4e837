import type { Answer } from './admission';
import { fragmentOf, lighten, type OwnFiles } from './lighten';
import type { PageRecord } from './page-files';
import type { Page, ServedForm } from './page-memory';
import { type Format, fragmentPath, isNotFoundPath, localeOf, tagsOfDependent, treatmentOf } from './reading-paths';
import { bodyIn, brotliOf, type Encoding, hashOf } from './representations';

const INCLUDE = /<!--include:([a-z-]+)-->/g;

const NO_STYLES = { hashes: [], attributes: false };

/** Of Next's link header only fonts and styles are left to hint at; a sheet that stands in the page is asked for by nobody. */
export const hintsOf = (link: unknown, ownFiles: OwnFiles): string =>
  String(link ?? '')
    .split(/,\s*(?=<)/)
    .filter((part) => /\bas="?(?:font|style)"?/.test(part))
    .filter((part) => {
      const own = ownFiles.get(/^<([^>?]*)/.exec(part.trim())?.[1] ?? '');
      return !own || !('text' in own);
    })
    .join(', ');

const KEPT_HEADERS = ['access-control-allow-origin', 'x-robots-tag', 'content-disposition'] as const;

const keptHeaders = (answer: Answer, ownFiles: OwnFiles): string[] => {
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = answer.headers[name];
    return value === undefined ? [] : [name, String(value)];
  });
  const hints = hintsOf(answer.headers.link, ownFiles);
  return hints === '' ? kept : [...kept, 'link', hints];
};

const bodyOf = (format: Format, body: Buffer, ownFiles: OwnFiles) => {
  if (format === 'raw') return { text: body, styles: NO_STYLES };
  if (format === 'fragment') return { text: Buffer.from(fragmentOf(body.toString())), styles: NO_STYLES };
  const { html, ...found } = lighten(body.toString(), ownFiles);
  return { text: Buffer.from(html), ...found };
};

export type Origin = Pick<PageRecord, 'buildId' | 'bootId' | 'sequence'>;

const treated = ({ path, depends, more }: PageRecord): Pick<Page, 'tags' | 'reserved' | 'renewAfter'> => {
  const treatment = treatmentOf(path);
  if (treatment.kind !== 'stored') return { tags: [], reserved: false, renewAfter: 0 };
  const { tags, reserved, renewAfter } = treatment;
  return { tags: depends ? tagsOfDependent(tags, depends) : tags, reserved: reserved && more, renewAfter };
};

/** The page as it is while every fragment is empty: it shares the buffer of the page. */
export const bareForm = (page: { br: Buffer; hash: string }): ServedForm => ({
  version: '',
  br: page.br,
  hash: page.hash,
  brIsTaken: false,
});

/** The page says itself that some readers are shown more: all others are the same for everybody, whoever has signed in. */
const MORE = Buffer.from(' data-more=""');

/** Kinds of pages are few: what thousands of pages say alike is held once. */
const MOST_ALIKE = 500;

const alike = new Map<string, unknown>();

const shared = <T>(value: T): T => {
  const text = JSON.stringify(value);
  const known = alike.get(text);
  if (known !== undefined) return known as T;
  if (alike.size < MOST_ALIKE) alike.set(text, value);
  return value;
};

/** The page of a record, be it new or from a file: nothing is unpacked for it. */
export const pageFromRecord = (record: PageRecord, now: number): Page => ({
  ...record,
  contentType: shared(record.contentType),
  headers: shared(record.headers),
  styles: shared(record.styles),
  places: shared(record.places),
  ...treated(record),
  onDisk: false,
  stale: false,
  retryAt: 0,
  checkedAt: now,
  includes: shared(record.places.map((name) => ({ name, path: fragmentPath(name, localeOf(record.path)) }))),
  status: isNotFoundPath(record.path) ? 404 : 200,
  policy: undefined,
  served: bareForm(record),
});

/** What is kept of an admitted answer. */
export const recordFromAnswer = async (
  path: string,
  format: Format,
  answer: Answer,
  settings: { ownFiles: OwnFiles; origin: Origin },
): Promise<PageRecord> => {
  const { text, ...found } = bodyOf(format, answer.body, settings.ownFiles);
  const br = await brotliOf(text, 'kept');
  const contentType = String(answer.headers['content-type'] ?? 'text/html; charset=utf-8');
  const places = format === 'page' ? [...new Set(includesOf(text.toString()))] : [];
  const said = { hash: hashOf(text), places, more: text.includes(MORE) };
  return {
    path,
    format,
    contentType,
    headers: keptHeaders(answer, settings.ownFiles),
    ...found,
    ...said,
    ...settings.origin,
    br,
  };
};

/** Fills the named places of a lightened body. Names without a fragment stay empty. */
export const fillIncludes = (html: string, fragments: ReadonlyMap<string, string>): string =>
  // A function, not a string: `$&` in a banner is text, not a pattern.
  html.replace(INCLUDE, (place, name: string) => fragments.get(name) ?? place);

/** The names of the fragments that a lightened body includes. */
export const includesOf = (html: string): string[] => [...html.matchAll(INCLUDE)].map((match) => match[1] ?? '');

/** The page with its fragments, in the encoding that is asked for. */
export const filledForm = async (
  bare: Buffer,
  version: string,
  fragments: ReadonlyMap<string, string>,
  encoding: Encoding,
): Promise<ServedForm> => {
  const html = Buffer.from(fillIncludes(bare.toString(), fragments));
  return { version, ...(await bodyIn(html, encoding)), hash: hashOf(html), brIsTaken: false };
};
