import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Audience } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { inspectFile } from '@/server/kernel/content/inspect';
import { applyChanges, type Change, contentOf } from './changes';
import { collectionFile, sectionsIn } from './collection-file';
import { convertTree, type ReadyPage } from './convert-tree';
import { type Loss, openLosses } from './losses';
import { hash, type ImportedPage, type Manifest, manifestPath, readManifest } from './manifest';
import { openShelf } from './media';
import { type Placement, plainName, planPlaces } from './plan';
import { printArticle } from './print';
import { rulesFor, withRules } from './redirects-file';
import { readTree, type SourcePage, titleOf } from './source-tree';

export type ImportSettings = {
  source: string;
  /** Where content stands, as an absolute path. */
  content: string;
  locale: Locale;
  collection: string;
  /** Day written where a page does not tell one, `2026-10-20`. */
  today: string;
  author: string;
  audience: Audience;
  title?: string | undefined;
  /** Address of the old site, for links to what does not come over. */
  base?: string | undefined;
  /** What the addresses of the old site began with, to lead them here. */
  oldPath?: string | undefined;
  force?: boolean;
  dryRun?: boolean;
};

export type Outcome = 'created' | 'updated' | 'unchanged' | 'kept' | 'left' | 'refused';

/** What became of each page: `kept` was edited here and is not overwritten, `left` has no source any more. */
export type ImportReport = {
  pages: readonly { source: string; path: string; outcome: Outcome; plain: boolean }[];
  media: { written: number; unchanged: number };
  redirects: number;
  losses: readonly Loss[];
  changed: number;
};

/** Something the person who imports can put right. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
}

const day = (value: unknown): string | undefined => {
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : '';
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
};

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '' && each.length <= 60,
  );

const authorOf = (front: SourcePage['front'], fallback: string): string => {
  const [first] = [front.author, front.authors].flat();
  if (typeof first === 'string' && first.trim()) return first.trim();
  const name = typeof first === 'object' && first !== null && 'name' in first ? first.name : undefined;
  return typeof name === 'string' && name.trim() ? name.trim() : fallback;
};

/** Dates that the page tells, else those of the first run and of the run that saw it change; in order, none to come. */
function datesOf(
  page: SourcePage,
  former: ImportedPage | undefined,
  today: string,
): { publishedOn: string; changedOn: string } {
  const update = page.front.last_update as { date?: unknown } | undefined;
  const told = day(page.front.date) ?? former?.publishedOn ?? today;
  const publishedOn = told > today ? today : told;
  const same = former?.source === hash(page.source) ? former.changedOn : undefined;
  const changed =
    day(update?.date ?? page.front.lastUpdated ?? page.front.updated) ?? same ?? (former ? today : publishedOn);
  return { publishedOn, changedOn: [publishedOn, changed > today ? today : changed].sort().at(-1) ?? today };
}

const frontOf = (ready: ReadyPage, place: Placement, former: ImportedPage | undefined, settings: ImportSettings) => {
  const { page, title, lead } = ready;
  const dates = datesOf(page, former, settings.today);
  const keywords = [...new Set([...textsOf(page.front.keywords), ...textsOf(page.front.tags)])];
  return {
    key: plainName(`${settings.collection}-${place.slug}`),
    title,
    lead,
    section: place.section,
    order: place.order,
    author: authorOf(page.front, settings.author),
    ...dates,
    reviewedOn: dates.changedOn,
    ...(settings.audience === 'public' ? {} : { audience: settings.audience }),
    ...(keywords.length > 0 ? { keywords } : {}),
  };
};

const isDraft = ({ front }: SourcePage): boolean => front.draft === true || front.published === false;

type Judged = { outcome: Outcome; change?: Change };

/** Whether a file is written: not where it is the same, nor where someone edited it here, unless `force`. */
async function judge(
  folder: string,
  path: string,
  content: string | Uint8Array,
  written: string | undefined,
  force: boolean,
): Promise<Judged> {
  const present = await contentOf(folder, path);
  if (present === null) return { outcome: 'created', change: { path, content } };
  if (hash(present) === hash(content)) return { outcome: 'unchanged' };
  if (written === hash(present) || force) return { outcome: 'updated', change: { path, content } };
  return { outcome: 'kept' };
}

const articlesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [] as string[])).filter((name) => /^[^_].*\.mdx?$/.test(name));

/**
 * Brings a tree of Markdown into a collection. Writes all of it or nothing, and nothing at all with `dryRun`; a second
 * run over the same tree changes nothing. Rejects with `ImportRefusal` where there is nothing to import or the present
 * files cannot be read.
 */
export const importMarkdown = async (settings: ImportSettings): Promise<ImportReport> => {
  const { content, locale, collection, force = false } = settings;
  const losses = openLosses();
  const manifestAt = manifestPath(locale, collection);
  const manifest = await readManifest(content, manifestAt).catch(() => {
    throw new ImportRefusal(`${join(content, manifestAt)} cannot be read: mend it, or remove it to import anew`);
  });
  const found = await readTree(settings.source, losses).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new ImportRefusal(`${settings.source} is no folder`) : error;
  });
  const tree = { ...found, pages: found.pages.filter((page) => !isDraft(page)) };
  for (const page of found.pages.filter(isDraft))
    losses.add(page.path, 1, 'draft', 'not published on the old site either; left out');
  if (tree.pages.length === 0) throw new ImportRefusal(`${settings.source} holds no Markdown page`);

  const folder = `${locale}/articles/${collection}`;
  const present = (await contentOf(content, `${folder}/_collection.yml`))?.toString() ?? null;
  const former = new Map(Object.entries(manifest.pages));
  const ours = new Set([...former.values()].map(({ path }) => path));
  const foreign = (await articlesIn(join(content, folder))).filter((name) => !ours.has(`${folder}/${name}`));
  const plan = planPlaces(
    tree,
    {
      ...{ locale, collection },
      former: new Map([...former].map(([path, { slug }]) => [path, slug])),
      taken: new Set(foreign.map((name) => name.replace(/\.mdx?$/, ''))),
      sections: present === null ? new Map() : sectionsIn(present),
    },
    losses,
  );
  const shelf = openShelf(content, collection, losses);
  const ready = await convertTree(tree, plan, shelf, losses, settings.base);

  const changes: Change[] = [];
  const pages: { source: string; path: string; outcome: Outcome; plain: boolean }[] = [];
  const imported: Record<string, ImportedPage> = {};
  const rules = [];
  for (const each of ready) {
    const { page } = each;
    const place = plan.places.get(page.path);
    if (!place) continue;
    const before = former.get(page.path);
    const front = frontOf(each, place, before, settings);
    const printed = printArticle(front, each.blocks, locale);
    const path = printed?.format === 'md' ? place.path.replace(/x$/, '') : place.path;
    const mistakes = printed && (inspectFile(path, printed.text)?.mistakes ?? []);
    if (!printed || mistakes?.length) {
      losses.add(
        page.path,
        1,
        'the whole page',
        mistakes?.[0]?.message ?? 'cannot be written so that it can be read again',
      );
      pages.push({ source: page.path, path, outcome: 'refused', plain: false });
      continue;
    }
    const { outcome, change } = await judge(content, path, printed.text, before?.written, force);
    if (change) changes.push(change);
    if (outcome === 'kept') losses.add(page.path, 1, path, 'was edited here since; not overwritten without --force');
    pages.push({ source: page.path, path, outcome, plain: printed.format === 'md' });
    const written = outcome === 'kept' ? (before?.written ?? '') : hash(printed.text);
    imported[page.path] = {
      path,
      slug: place.slug,
      source: hash(page.source),
      written,
      publishedOn: front.publishedOn,
      changedOn: front.changedOn,
    };
    rules.push(...rulesFor(page, place, settings.oldPath));
  }
  for (const [source, { path }] of former) {
    if (imported[source]) continue;
    losses.add(source, 1, path, 'has no source any more; the article stays');
    pages.push({ source, path, outcome: 'left', plain: false });
    imported[source] = former.get(source) as ImportedPage;
  }

  const files: Record<string, string> = { ...manifest.files };
  const media = { written: 0, unchanged: 0 };
  for (const { path, content: bytes } of shelf.all()) {
    const { change } = await judge(content, path.slice(1), bytes, undefined, true);
    files[path] = hash(bytes);
    media[change ? 'written' : 'unchanged'] += 1;
    if (change) changes.push(change);
  }
  const others = await collectionAndRedirects(settings, present, tree.pages, [...plan.sections], rules);
  const articleChanges = changes.length;
  const all = [...changes, ...others];
  if (all.length > 0 || JSON.stringify(imported) !== JSON.stringify(manifest.pages)) {
    all.push({
      path: manifestAt,
      content: `${JSON.stringify({ pages: imported, files } satisfies Manifest, null, 2)}\n`,
    });
  }
  if (!settings.dryRun && all.length > 0) await applyChanges(content, all);
  return { pages, media, redirects: rules.length, losses: losses.all(), changed: articleChanges + others.length };
};

async function collectionAndRedirects(
  { content, locale, collection, title }: ImportSettings,
  present: string | null,
  pages: readonly SourcePage[],
  sections: readonly { slug: string; title: string }[],
  rules: readonly { from: string; to: string }[],
): Promise<Change[]> {
  const root = pages.find(({ path }) => /^(?:index|readme)\.mdx?$/i.test(path));
  const name = title ?? (root && titleOf(root)) ?? collection;
  const order = (await readdir(join(content, locale, 'articles')).catch(() => [])).length + 1;
  const draft = { slug: collection, title: name, description: name, order };
  const next = collectionFile(present, draft, sections);
  const redirects = (await contentOf(content, 'redirects.yml'))?.toString() ?? null;
  const ruled = withRules(redirects, rules);
  return [
    ...(next === present ? [] : [{ path: `${locale}/articles/${collection}/_collection.yml`, content: next }]),
    ...(ruled === redirects || ruled === null ? [] : [{ path: 'redirects.yml', content: ruled }]),
  ];
}
