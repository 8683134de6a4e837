import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useQuarter } from '@/app/_components/roadmap/use-quarter';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { takesPlace } from '@/domain/roadmap/themes';
import type { TieKind } from '@/domain/tickets/ties';

type Shown = RouterOutputs['tickets']['show'];
type Incident = Shown['ties']['incidents'][number];
type Theme = Shown['ties']['themes'][number];
type Event = Shown['events'][number];

const useReader = (): Locale => {
  const locale = useLocale();
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
};

/** How an incident and a theme stand, in words: a theme that is still to come with when it is expected. */
export const useTieState = () => {
  const t = useTranslations('incidents.status');
  const tRoadmap = useTranslations('roadmap');
  const quarterName = useQuarter();
  return {
    ofIncident: ({ status }: Pick<Incident, 'status'>): string => t(status),
    ofTheme: ({ state, horizon, quarter }: Pick<Theme, 'state' | 'horizon' | 'quarter'>): string => {
      const when = quarter ? quarterName(quarter) : tRoadmap(`horizon.${horizon}.title`);
      return takesPlace(state) ? `${tRoadmap(`state.${state}`)} · ${when}` : tRoadmap(`state.${state}`);
    },
  };
};

/** Where everybody reads of an incident or a theme. */
export const tieHref = (locale: Locale, tie: { to: 'incident'; id: string } | { to: 'theme'; key: string }): string =>
  tie.to === 'incident' ? `/${locale}/status/incidents/${tie.id}` : `/${locale}/roadmap/${tie.key}`;

type TiedThing = { id: string; href: string; title: string; state: string };

/** What a request is tied to, in the words of its reader. */
export const useTied = ({ incidents, themes }: Pick<Shown['ties'], 'incidents' | 'themes'>) => {
  const locale = useReader();
  const { ofIncident, ofTheme } = useTieState();
  const tied: Record<TieKind, TiedThing[]> = {
    incident: incidents.map((incident) => ({
      id: incident.id,
      href: tieHref(locale, { to: 'incident', id: incident.id }),
      title: inLocale(incident.title, locale),
      state: ofIncident(incident),
    })),
    theme: themes.map((theme) => ({
      id: theme.id,
      href: tieHref(locale, { to: 'theme', key: theme.key }),
      title: inLocale(theme.title, locale),
      state: ofTheme(theme),
    })),
  };
  return tied;
};

/** Things with a page of their own, each with how it stands, as the value of a row. */
export const ThingsWithState = ({ things }: { things: readonly TiedThing[] }) => (
  <ul className="grid gap-2">
    {things.map(({ id, href, title, state }) => (
      <li key={id}>
        <a href={href} className="underline">
          {title}
        </a>
        <span className="block text-ink-soft">{state}</span>
      </li>
    ))}
  </ul>
);

/** The rows of the details that say what a request is tied to; none where it is tied to nothing. */
export const useTieRows = (ties: Shown['ties']): { label: string; value: ReactNode }[] => {
  const t = useTranslations('tickets.details');
  const { incident, theme } = useTied(ties);
  return [
    ...(incident.length > 0 ? [{ label: t('incident'), value: <ThingsWithState things={incident} /> }] : []),
    ...(theme.length > 0 ? [{ label: t('theme'), value: <ThingsWithState things={theme} /> }] : []),
  ];
};

type Speaking = Extract<Event, { kind: 'tied' | 'untied' | 'incident' | 'proposed' }>;

/** Whether a fact speaks of an incident or a theme. */
export const speaksOfTie = (event: Event): event is Speaking =>
  event.kind === 'tied' || event.kind === 'untied' || event.kind === 'incident' || event.kind === 'proposed';

/** Of which incident or theme a fact speaks, with the way to it, and what an update said. */
export const TieEvent = ({ event, ties }: { event: Speaking; ties: Shown['ties'] }) => {
  const locale = useReader();
  const id = 'incidentId' in event.data ? event.data.incidentId : event.data.id;
  const known = ties.titles[id];
  const words = event.kind === 'incident' ? ties.words[event.data.updateId] : undefined;
  if (!known) return null;
  const tie = known.key === null ? ({ to: 'incident', id } as const) : ({ to: 'theme', key: known.key } as const);
  return (
    <>
      <p className="text-sm wrap-anywhere">
        <a href={tieHref(locale, tie)} className="underline">
          {inLocale(known.title, locale)}
        </a>
      </p>
      {words ? <p className="text-sm whitespace-pre-line wrap-anywhere">{inLocale(words, locale)}</p> : null}
    </>
  );
};
