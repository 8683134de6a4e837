import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bringPagesOver, type Former } from './articles';
import { applyChanges, type Change, contentOf } from './changes';
import { collectionFile, sectionsIn } from './collection-file';
import { convertTree, type ReadyPage } from './convert-tree';
import { judge } from './judge';
import { type Losses, openLosses } from './losses';
import { hash, type Manifest, manifestPath, readManifest } from './manifest';
import { type MediaShelf, openShelf } from './media';
import { type Plan, planPlaces } from './plan';
import { type Rule, withRules } from './redirects-file';
import { ImportRefusal, type ImportReport, type ImportSettings } from './settings';
import { readTree, type SourcePage, type SourceTree, titleOf } from './source-tree';

const isDraft = ({ front }: SourcePage): boolean => front.draft === true || front.published === false;

/** The pages to bring over; drafts are none. */
const readSource = async (source: string, losses: Losses): Promise<SourceTree> => {
  const found = await readTree(source, losses).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new ImportRefusal(`${source} is no folder`) : error;
  });
  const pages = found.pages.filter((page) => !isDraft(page));
  for (const page of found.pages.filter(isDraft))
    losses.add(page.path, 1, 'draft', 'not published on the old site either; left out');
  if (pages.length === 0) throw new ImportRefusal(`${source} holds no Markdown page`);
  return { ...found, pages };
};

const formerRun = async ({ content }: ImportSettings, path: string): Promise<Manifest> => {
  try {
    return await readManifest(content, path);
  } catch {
    throw new ImportRefusal(`${join(content, path)} cannot be read: mend it, or remove it to import anew`);
  }
};

const articlesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [] as string[])).filter((name) => /^[^_].*\.mdx?$/.test(name));

/** Where each page will stand, beside the articles that did not come from here. */
const planFor = async (
  tree: SourceTree,
  { content, locale, collection }: ImportSettings,
  former: Former,
  collectionNow: string | null,
  losses: Losses,
): Promise<Plan> => {
  const folder = `${locale}/articles/${collection}`;
  const ours = new Set([...former.values()].map(({ path }) => path));
  const foreign = (await articlesIn(join(content, folder))).filter((name) => !ours.has(`${folder}/${name}`));
  return planPlaces(
    tree,
    {
      ...{ locale, collection },
      former: new Map([...former].map(([path, { slug }]) => [path, slug])),
      taken: new Set(foreign.map((name) => name.replace(/\.mdx?$/, ''))),
      sections: collectionNow === null ? new Map() : sectionsIn(collectionNow),
    },
    losses,
  );
};

/** The files that come along, those of earlier runs remembered. */
const bringFilesOver = async (content: string, shelf: MediaShelf, earlier: Manifest['files']) => {
  const files: Record<string, string> = { ...earlier };
  const changes: Change[] = [];
  for (const { path, content: bytes } of shelf.all()) {
    const wish = { path: path.slice(1), content: bytes, written: undefined, force: true };
    const { change } = await judge(content, wish);
    files[path] = hash(bytes);
    if (change) changes.push(change);
  }
  return { files, changes, media: { written: changes.length, unchanged: shelf.all().length - changes.length } };
};

const collectionAndRedirects = async (
  { content, locale, collection, title }: ImportSettings,
  present: string | null,
  ready: readonly ReadyPage[],
  { sections }: Plan,
  rules: readonly Rule[],
): Promise<Change[]> => {
  const root = ready.find(({ page }) => /^(?:index|readme)\.mdx?$/i.test(page.path));
  const name = title ?? (root && titleOf(root.page)) ?? collection;
  const order = (await readdir(join(content, locale, 'articles')).catch(() => [])).length + 1;
  const draft = { slug: collection, title: name, description: root?.lead ?? name, order };
  const next = collectionFile(present, draft, [...sections]);
  const redirects = (await contentOf(content, 'redirects.yml'))?.toString() ?? null;
  const ruled = withRules(redirects, rules);
  return [
    ...(next === present ? [] : [{ path: `${locale}/articles/${collection}/_collection.yml`, content: next }]),
    ...(ruled === redirects || ruled === null ? [] : [{ path: 'redirects.yml', content: ruled }]),
  ];
};

/**
 * Brings a tree of Markdown into a collection. Writes all of it or nothing, and nothing at all with `dryRun`; a second
 * run over the same tree changes nothing. Rejects with `ImportRefusal` where there is nothing to import or the present
 * files cannot be read.
 */
export const importMarkdown = async (settings: ImportSettings): Promise<ImportReport> => {
  const { content, locale, collection } = settings;
  const losses = openLosses();
  const manifestAt = manifestPath(locale, collection);
  const manifest = await formerRun(settings, manifestAt);
  const tree = await readSource(settings.source, losses);
  const collectionNow = (await contentOf(content, `${locale}/articles/${collection}/_collection.yml`))?.toString();
  const former: Former = new Map(Object.entries(manifest.pages));
  const plan = await planFor(tree, settings, former, collectionNow ?? null, losses);
  const shelf = openShelf(content, collection, losses);
  const ready = await convertTree(tree, plan, shelf, losses, settings.base);
  const articles = await bringPagesOver(ready, plan, former, settings, losses);
  const files = await bringFilesOver(content, shelf, manifest.files);
  const others = await collectionAndRedirects(settings, collectionNow ?? null, ready, plan, articles.rules);
  const changes = [...articles.changes, ...files.changes, ...others];
  const changed = changes.length;
  if (changed > 0 || JSON.stringify(articles.imported) !== JSON.stringify(manifest.pages)) {
    const remembered = { pages: articles.imported, files: files.files } satisfies Manifest;
    changes.push({ path: manifestAt, content: `${JSON.stringify(remembered, null, 2)}\n` });
  }
  if (!settings.dryRun && changes.length > 0) await applyChanges(content, changes);
  const { pages, rules } = articles;
  return { pages, media: files.media, redirects: rules.length, losses: losses.all(), changed };
};
