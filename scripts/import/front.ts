import type { ReadyPage } from './convert-tree';
import { hash, type ImportedPage } from './manifest';
import { type Placement, plainName } from './plan';
import type { ImportSettings } from './settings';
import type { SourcePage } from './source-tree';

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

/** The front matter of the article that a page becomes. */
export const frontOf = (
  { page, title, lead }: ReadyPage,
  place: Placement,
  former: ImportedPage | undefined,
  { collection, today, author, audience }: ImportSettings,
) => {
  const dates = datesOf(page, former, today);
  const keywords = [...new Set([...textsOf(page.front.keywords), ...textsOf(page.front.tags)])];
  return {
    key: plainName(`${collection}-${place.slug}`),
    title,
    lead,
    section: place.section,
    order: place.order,
    author: authorOf(page.front, author),
    ...dates,
    reviewedOn: dates.changedOn,
    ...(audience === 'public' ? {} : { audience }),
    ...(keywords.length > 0 ? { keywords } : {}),
  };
};
