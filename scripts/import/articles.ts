import { inspectFile } from '@/server/kernel/content/inspect';
import type { Change } from './changes';
import type { ReadyPage } from './convert-tree';
import { frontOf } from './front';
import { judge } from './judge';
import type { Losses } from './losses';
import { hash, type ImportedPage } from './manifest';
import type { Placement, Plan } from './plan';
import { printArticle } from './print';
import { type Rule, rulesFor } from './redirects-file';
import type { ImportSettings, PageOutcome } from './settings';

/** The pages of an earlier run, by their path in the source. */
export type Former = ReadonlyMap<string, ImportedPage>;

type Done = { page: PageOutcome; change?: Change | undefined; imported?: ImportedPage; rules: readonly Rule[] };

const bringOver = async (
  ready: ReadyPage,
  place: Placement,
  before: ImportedPage | undefined,
  settings: ImportSettings,
  losses: Losses,
): Promise<Done> => {
  const { content, locale, force = false, oldPath } = settings;
  const source = ready.page.path;
  const front = frontOf(ready, place, before, settings);
  const printed = printArticle(front, ready.blocks, locale);
  const path = printed?.format === 'md' ? place.path.replace(/x$/, '') : place.path;
  const [mistake] = (printed && inspectFile(path, printed.text)?.mistakes) ?? [];
  if (!printed || mistake) {
    losses.add(source, 1, 'the whole page', mistake?.message ?? 'cannot be written so that it can be read again');
    return { page: { source, path, outcome: 'refused', plain: false }, rules: [] };
  }
  const { outcome, change } = await judge(content, { path, content: printed.text, written: before?.written, force });
  if (outcome === 'kept') losses.add(source, 1, path, 'was edited here since; not overwritten without --force');
  const written = outcome === 'kept' ? (before?.written ?? '') : hash(printed.text);
  const { publishedOn, changedOn } = front;
  return {
    page: { source, path, outcome, plain: printed.format === 'md' },
    change,
    imported: { path, slug: place.slug, source: hash(ready.page.source), written, publishedOn, changedOn },
    rules: rulesFor(ready.page, place, oldPath),
  };
};

/** What is to be written of the pages, what became of each, and what to remember of them for the next run. */
export const bringPagesOver = async (
  ready: readonly ReadyPage[],
  plan: Plan,
  former: Former,
  settings: ImportSettings,
  losses: Losses,
) => {
  const all: Done[] = [];
  for (const each of ready) {
    const place = plan.places.get(each.page.path);
    if (place) all.push(await bringOver(each, place, former.get(each.page.path), settings, losses));
  }
  const imported: Record<string, ImportedPage> = {};
  for (const [source, known] of former) imported[source] = known;
  for (const done of all) if (done.imported) imported[done.page.source] = done.imported;
  const seen = new Set(all.map(({ page }) => page.source));
  const left = [...former].filter(([source]) => !seen.has(source));
  for (const [source, { path }] of left) losses.add(source, 1, path, 'has no source any more; the article stays');
  return {
    pages: [
      ...all.map(({ page }) => page),
      ...left.map(([source, { path }]): PageOutcome => ({ source, path, outcome: 'left', plain: false })),
    ],
    changes: all.flatMap(({ change }) => change ?? []),
    rules: all.flatMap(({ rules }) => rules),
    imported,
  };
};
