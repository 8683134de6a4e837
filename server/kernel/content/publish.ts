import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';
import type { Audience } from '@/domain/access/grants';
import { frenchTypography } from '@/domain/articles/typography';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { redirectsOf, withAudiences } from './arrange';
import { bodyFile, contentFolder, outputFolder, snapshotFile } from './folders';
import { FRONT_MATTER } from './front-matter';
import { type GeneratedDocument, READERS } from './generated';
import { hashOf } from './hash';
import { inspectFile, isBare } from './inspect';
import { type FoundMedia, listMedia } from './media';
import { placeOf } from './place';
import { REDIRECTS_FILE, readRedirects } from './redirects';
import { similarArticles, type TermCounts } from './similar';
import { type Entry, type Problem, readSnapshot, type Snapshot } from './snapshot';
import { openTexts, replaceFile, type Texts } from './texts';

/**
 * Makes a snapshot of what Contentlayer generated and puts it in place. A file that is there but did not come out
 * keeps its last published version; a file that is gone takes its document with it.
 */
export const publish = async (generated: readonly GeneratedDocument[]): Promise<Snapshot> => {
  const previous = readSnapshot();
  const found = await listMedia(previous.media);
  await mkdir(dirname(bodyFile('any')), { recursive: true });
  const texts = await openTexts(READERS);
  const terms = new Map<string, TermCounts>();
  const fresh: Entry[] = [];
  for (const document of generated) {
    const entry = await entryOf(document, found, texts, terms);
    if (entry) fresh.push(entry);
  }
  const { kept, problems } = await keepLastGood(fresh, previous.entries);
  const sorted = [...fresh, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1));
  const entries = withSimilar(sorted, terms);
  const media = withAudiences(found, entries.map(usesOf));
  const { redirects: written, mistakes } = readRedirects(await textOf(REDIRECTS_FILE));
  for (const mistake of mistakes) problems.push({ path: REDIRECTS_FILE, ...mistake, lastGoodKept: false });
  const redirects = redirectsOf(entries, written);
  const version = hashOf(JSON.stringify([entries.map((entry) => [entry.path, entry.hash]), media, redirects]));
  const snapshot: Snapshot = { version, entries, media, redirects, problems };
  await texts.save();
  await replaceFile(snapshotFile(), JSON.stringify(snapshot));
  await dropBodies([...entries, ...previous.entries]);
  return snapshot;
};

const textOf = (path: string): Promise<string> => readFile(join(contentFolder(), path), 'utf8').catch(() => '');

/** Which files a document shows, and to whom. */
const usesOf = (entry: Entry): { audience: Audience; files: readonly string[] } => ({
  audience: 'audience' in entry ? entry.audience : 'public',
  files: [...('files' in entry ? entry.files : []), ...namedFiles(entry)],
});

/** The fields of front matter that name a file of ours. */
const FILE_FIELDS = ['picture', 'cover', 'file', 'video', 'subtitles'] as const;

const namedFiles = (fields: object): string[] =>
  FILE_FIELDS.flatMap((field) => {
    const value: unknown = Reflect.get(fields, field);
    return typeof value === 'string' && value.startsWith('/media/') ? [value] : [];
  });

/** Names the articles most like each one; they are part of what its page shows, and so of its hash. */
const withSimilar = (entries: readonly Entry[], terms: ReadonlyMap<string, TermCounts>): Entry[] => {
  const articles = entries.filter((entry) => entry.type === 'article');
  const similar = new Map(
    LOCALES.flatMap((locale) => [
      ...similarArticles(
        articles.filter((article) => article.locale === locale),
        locale,
        terms,
      ),
    ]),
  );
  return entries.map((entry) => {
    if (entry.type !== 'article') return entry;
    const keys = similar.get(entry.path) ?? [];
    return { ...entry, similar: keys, hash: hashOf(`${entry.own}${keys.join(' ')}`) };
  });
};

async function entryOf(
  document: GeneratedDocument,
  media: Readonly<Record<string, FoundMedia>>,
  texts: Texts,
  terms: Map<string, TermCounts>,
): Promise<Entry | null> {
  const place = placeOf(document.path);
  if (!place) return null;
  const given = Object.fromEntries(Object.entries(document.fields).filter(([, value]) => value !== undefined));
  const front = FRONT_MATTER[place.type].safeParse(given);
  if (!front.success) return null;
  const { type, locale, slug, folder } = place;
  const kept = isBare(type) ? undefined : await texts.factsOf(document.path, locale);
  if (kept === null) return null;
  const { pictures = [], terms: own = [], ...written } = kept ?? {};
  if (kept) terms.set(document.path, own);
  const shown = [...pictures, ...namedFiles(front.data)].map((path) => media[path]?.hash);
  const published = {
    type,
    path: document.path,
    locale,
    slug,
    folder,
    ...setFields(locale, front.data),
    ...written,
  };
  const hash = hashOf(JSON.stringify([published, shown]));
  return { ...published, hash, ...(type === 'article' ? { own: hash, similar: [] } : {}) } as unknown as Entry;
}

/** The fields of front matter that are prose. */
const PROSE = new Set([
  'title',
  'lead',
  'summary',
  'description',
  'question',
  'place',
  'pictureAlt',
  'term',
  'definition',
  'coverAlt',
]);

const setFields = (locale: Locale, fields: object): object =>
  locale === 'fr'
    ? Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, setValue(name, value)]))
    : fields;

const setValue = (name: string, value: unknown): unknown => {
  if (typeof value === 'string' && PROSE.has(name)) return frenchTypography(value);
  if (name === 'sections' && Array.isArray(value)) return value.map((section) => setFields('fr', section as object));
  return value;
};

/** Finds the files that should have come out and did not, with the reason. */
async function keepLastGood(fresh: readonly Entry[], previous: readonly Entry[]) {
  const published = new Set(fresh.map((entry) => entry.path));
  const lastGood = new Map(previous.map((entry) => [entry.path, entry]));
  const files = await glob(['{fr,en}/**/*.{md,mdx,yml}'], { cwd: contentFolder() });
  const kept: Entry[] = [];
  const problems: Problem[] = [];
  for (const path of files.filter((file) => placeOf(file) && !published.has(file)).sort()) {
    const last = lastGood.get(path);
    if (last) kept.push(last);
    const source = await readFile(join(contentFolder(), path), 'utf8').catch(() => null);
    const mistakes = (source !== null && inspectFile(path, source)?.mistakes) || [UNREADABLE];
    for (const { line, message } of mistakes) problems.push({ path, line, message, lastGoodKept: Boolean(last) });
  }
  return { kept, problems };
}

const UNREADABLE = { line: 1, column: 1, message: 'could not be read' };

/** Removes bodies that neither this snapshot nor the one before names: a page being rendered may still want the latter. */
async function dropBodies(wanted: readonly Entry[]): Promise<void> {
  const names = new Set(wanted.map((entry) => ('body' in entry ? `${entry.body}.json` : '')));
  const folder = join(outputFolder(), 'bodies');
  const stale = (await readdir(folder)).filter((name) => !names.has(name));
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
}
