import { RELEASE_KINDS, type ReleaseKind } from './kinds';

/** Which release notes are shown: null stands for all. A month is `2026-10`, a theme its key on the roadmap. */
export type NewsFilter = { kind: ReleaseKind | null; month: string | null; theme: string | null };

export const NO_FILTER: NewsFilter = { kind: null, month: null, theme: null };

/** What a filter looks at. */
type Filtered = { kind: ReleaseKind; date: string; themes: readonly string[] };

/** Notes on one page of the list. */
export const NOTES_A_PAGE = 10;

const monthOf = (note: Filtered): string => note.date.slice(0, 7);

/** Whether a note belongs to a filtered list. */
export const passes = (note: Filtered, { kind, month, theme }: NewsFilter): boolean =>
  (kind === null || note.kind === kind) &&
  (month === null || monthOf(note) === month) &&
  (theme === null || note.themes.includes(theme));

/**
 * The rest of the address of a filtered list, below `/{locale}/news`: empty for the list itself, else
 * `/by/fixed/2026-10/theme-members-import/page-2` with what applies, always in this order: a list has one address.
 */
export const newsAddress = ({ kind, month, theme }: NewsFilter, page = 1): string => {
  const facets = [kind, month, theme === null ? null : `theme-${theme}`, page > 1 ? `page-${page}` : null];
  const given = facets.filter((facet) => facet !== null);
  return given.length === 0 ? '' : `/by/${given.join('/')}`;
};

/** Reads the segments after `/by/`. Null for anything that `newsAddress` would not have written. */
export const readNewsAddress = (segments: readonly string[]): { filter: NewsFilter; page: number } | null => {
  const filter: NewsFilter = {
    kind: RELEASE_KINDS.find((kind) => segments.includes(kind)) ?? null,
    month: segments.find((segment) => /^\d{4}-(0[1-9]|1[0-2])$/.test(segment)) ?? null,
    theme: segments.find((segment) => /^theme-./.test(segment))?.slice('theme-'.length) ?? null,
  };
  const page = Number(segments.find((segment) => /^page-[1-9]\d{0,4}$/.test(segment))?.slice('page-'.length) ?? 1);
  return newsAddress(filter, page) === `/by/${segments.join('/')}` ? { filter, page } : null;
};

/** One way to narrow a list or to widen it again: how many notes it leads to, and whether it is what is shown. */
export type Facet<Value> = { value: Value; count: number; current: boolean };

export type NewsFacets = {
  kinds: readonly Facet<ReleaseKind | null>[];
  months: readonly Facet<string | null>[];
  themes: readonly Facet<string | null>[];
};

/** What the list can be filtered by, each with the other filters kept; ways that lead to nothing are left out. */
export const newsFacets = (notes: readonly Filtered[], filter: NewsFilter): NewsFacets => {
  const ways = <Value extends string>(field: keyof NewsFilter, values: readonly Value[]): Facet<Value | null>[] =>
    [null, ...values]
      .map((value) => ({
        value,
        count: notes.filter((note) => passes(note, { ...filter, [field]: value })).length,
        current: filter[field] === value,
      }))
      .filter((way) => way.value === null || way.current || way.count > 0);
  return {
    kinds: ways('kind', RELEASE_KINDS),
    months: ways('month', [...new Set(notes.map(monthOf))].sort().reverse()),
    themes: ways('theme', [...new Set(notes.flatMap((note) => note.themes))].sort()),
  };
};
