import { useTranslations } from 'next-intl';
import { noonOf } from '@/app/_components/articles/day';
import { Icon } from '@/app/_components/ui/icon';
import { useFormat } from '@/app/_i18n/use-format';
import { type Facet, type NewsFilter, newsAddress, newsFacets } from '@/domain/news/filter';
import type { ReleaseKind } from '@/domain/news/kinds';
import type { Locale } from '@/domain/people/locale';
import type { ReleaseNoteEntry } from '@/server/kernel/content';
import type { ThemeTitles } from './load-themes';

/** Months named at once; those before are one press away. */
const RECENT_MONTHS = 12;

type NewsFiltersProps = {
  locale: Locale;
  notes: readonly ReleaseNoteEntry[];
  themes: ThemeTitles;
  filter: NewsFilter;
};

type Way = { href: string; label: string; count: number; current: boolean };

/** What each filter is called in the language of the page; a theme that is not on the roadmap has no name. */
const useNames = (themes: ThemeTitles) => {
  const tKind = useTranslations('news.kind');
  const format = useFormat();
  return {
    kind: (kind: ReleaseKind) => tKind(kind),
    month: (month: string) =>
      format.dateTime(noonOf(`${month}-15`), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    theme: (theme: string) => themes.get(theme),
  };
};

/** The ways to narrow the list, as links; folded away on small screens. */
export const NewsFilters = ({ locale, notes, themes, filter }: NewsFiltersProps) => {
  const t = useTranslations('news.filter');
  const nameOf = useNames(themes);
  const facets = newsFacets(notes, filter);
  const way = <Value,>(facet: Facet<Value>, field: keyof NewsFilter, label: string): Way => ({
    href: `/${locale}/news${newsAddress({ ...filter, [field]: facet.value })}`,
    label,
    count: facet.count,
    current: facet.current,
  });
  const kinds = facets.kinds.map((facet) => way(facet, 'kind', facet.value ? nameOf.kind(facet.value) : t('allKinds')));
  const months = facets.months.map((facet) =>
    way(facet, 'month', facet.value ? nameOf.month(facet.value) : t('allMonths')),
  );
  const named = facets.themes.flatMap((facet) => {
    const title = facet.value === null ? t('allThemes') : nameOf.theme(facet.value);
    return title === undefined ? [] : [way(facet, 'theme', title)];
  });
  const lists = (
    <>
      <Ways title={t('kind')} ways={kinds} />
      <Ways title={t('theme')} ways={named} />
      <Ways title={t('month')} ways={months} shown={RECENT_MONTHS + 1} more={t('earlier')} />
    </>
  );
  return (
    <div data-print="no">
      <div className="hidden gap-8 lg:grid">{lists}</div>
      <details className="rounded-lg border border-line bg-surface px-4 lg:hidden">
        <summary className="flex min-h-12 items-center gap-2.5 font-semibold">
          <Icon name="filter" size={17} className="text-ink-faint" />
          {t('label')}
        </summary>
        <div className="grid gap-6 pb-5">{lists}</div>
      </details>
    </div>
  );
};

/** The filters that apply, each a press away from going. */
export const AppliedFilters = ({ locale, themes, filter }: Omit<NewsFiltersProps, 'notes'>) => {
  const t = useTranslations('news.filter');
  const nameOf = useNames(themes);
  const names = {
    kind: filter.kind && nameOf.kind(filter.kind),
    theme: filter.theme && (nameOf.theme(filter.theme) ?? filter.theme),
    month: filter.month && nameOf.month(filter.month),
  };
  return (['kind', 'theme', 'month'] as const).map((field) =>
    names[field] ? (
      <a
        key={field}
        href={`/${locale}/news${newsAddress({ ...filter, [field]: null })}`}
        aria-label={t('remove', { name: names[field] })}
        className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-accent-line bg-accent-soft px-3 text-sm font-medium text-accent no-underline hover:border-accent"
      >
        <span className="first-letter:uppercase">{names[field]}</span>
        <Icon name="x" size={14} />
      </a>
    ) : null,
  );
};

type WaysProps = { title: string; ways: readonly Way[]; shown?: number; more?: string };

/** Nothing is offered where there is only one way. */
const Ways = ({ title, ways, shown = ways.length, more }: WaysProps) => {
  if (ways.length < 3) return null;
  const rest = ways.slice(shown);
  return (
    <nav aria-label={title}>
      <p className="text-sm font-semibold">{title}</p>
      <WayList ways={ways.slice(0, shown)} />
      {rest.length > 0 ? (
        <details open={rest.some((way) => way.current)}>
          <summary className="flex min-h-9 items-center text-[0.9375rem] text-ink-soft hover:text-accent">
            {more}
          </summary>
          <WayList ways={rest} />
        </details>
      ) : null}
    </nav>
  );
};

const WayList = ({ ways }: { ways: readonly Way[] }) => (
  <ul className="mt-1.5 grid">
    {ways.map((way) => (
      <li key={way.href}>
        <a
          href={way.href}
          aria-current={way.current ? 'true' : undefined}
          className="-mx-2 flex min-h-9 items-center justify-between gap-2 rounded-md px-2 text-[0.9375rem] text-ink-soft no-underline hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
        >
          <span className="first-letter:uppercase">{way.label}</span>
          <span className="tabular text-sm text-ink-faint">{way.count}</span>
        </a>
      </li>
    ))}
  </ul>
);
