import clsx from 'clsx';
import { headers } from 'next/headers';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { withQuery } from '@/app/_forms/page-input';
import { ClientMessages } from '@/app/_i18n/client-messages';
import { serverApi } from '@/app/_trpc/server';
import { granteeOf, type UserActor } from '@/domain/access/actor';
import { isGranted, type Permission } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { DESK_VIEWS, deskFilterAddress } from '@/domain/tickets/desk-list';
import { BannerNow } from '../incidents/running-banner';
import { Keyboard } from '../keys/keyboard';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { ToastRegion } from '../ui/toast';
import { CurrentPlace } from './current-place';
import { Logo } from './logo';
import { OnTheWay } from './on-the-way';
import { SearchBox } from './search-box';
import { ThemeSwitch } from './theme-switch';
import { WorkLanguageSwitch } from './work-language-switch';

/** The places where people work, and the grant that opens each. */
const PLACES = [
  { key: 'desk', path: '/desk', icon: 'inbox', grant: 'tickets.queue' },
  { key: 'joining', path: '/desk/joining', icon: 'user-plus', grant: 'tickets.queue' },
  { key: 'reports', path: '/desk/reports', icon: 'chart', grant: 'reports.volume' },
  { key: 'studio', path: '/studio', icon: 'square-pen', grant: 'incidents.open' },
  { key: 'articles', path: '/studio/articles', icon: 'file-text', grant: 'articles.list' },
  { key: 'incidents', path: '/studio/incidents', icon: 'activity', grant: 'incidents.open' },
  { key: 'roadmap', path: '/studio/roadmap', icon: 'map', grant: 'roadmap.edit' },
  { key: 'ideas', path: '/studio/ideas', icon: 'lightbulb', grant: 'ideas.queue' },
  { key: 'comments', path: '/studio/comments', icon: 'message', grant: 'comments.queue' },
  { key: 'feedback', path: '/studio/feedback', icon: 'star', grant: 'articles.feedback' },
  { key: 'searches', path: '/studio/search', icon: 'search', grant: 'search.report' },
  { key: 'people', path: '/admin/people', icon: 'users', grant: 'people.list' },
  { key: 'teams', path: '/admin/teams', icon: 'life-buoy', grant: 'teams.edit' },
  { key: 'types', path: '/admin/types', icon: 'square-pen', grant: 'forms.show' },
  { key: 'blocked', path: '/admin/blocked', icon: 'shield', grant: 'blocking.list' },
  { key: 'replies', path: '/admin/replies', icon: 'message-text', grant: 'replies.list' },
  { key: 'tags', path: '/admin/tags', icon: 'tag', grant: 'tags.list' },
  { key: 'deadlines', path: '/admin/deadlines', icon: 'clock', grant: 'sla.show' },
  { key: 'organisations', path: '/admin/organisations', icon: 'home', grant: 'organisations.list' },
  { key: 'mail', path: '/admin/mail', icon: 'mail', grant: 'mail.outbox' },
  { key: 'audit', path: '/admin/audit', icon: 'file-text', grant: 'audit.list' },
] as const satisfies readonly { key: string; path: string; icon: IconName; grant: Permission }[];

const RAIL_LINK =
  'flex items-center gap-3 rounded-md px-2.5 py-2 text-sm font-medium whitespace-nowrap text-ink-soft no-underline hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-ink';

/** Views of the desk that one goes to as often as to places, by key and through ⌘K. */
const DESK_SHORTCUTS = ['mine', 'unassigned'] as const;

/** The place one is in: of those whose address the page's begins with, the longest. */
const placeAt = (path: string | null, places: readonly { path: string }[], locale: Locale): string | null => {
  const within = places.filter((place) => `${path}/`.startsWith(`/${locale}${place.path}/`));
  return within.sort((a, b) => b.path.length - a.path.length)[0]?.path ?? null;
};

type RailProps = {
  locale: Locale;
  person: UserActor;
  path: string | null;
  /** How much waits at some of the places. */
  waiting: Readonly<Record<string, number>>;
};

const RAIL = 'work-places';

const Waiting = ({ count }: { count: number }) => {
  const t = useTranslations('shell.work');
  return (
    <span className="ms-auto rounded-full bg-accent-soft px-1.5 text-xs tabular text-accent">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('waiting', { count })}</span>
    </span>
  );
};

const Rail = ({ locale, person, path, waiting }: RailProps) => {
  const t = useTranslations('shell.work');
  const tShell = useTranslations('shell');
  const tViews = useTranslations('desk.views.shipped');
  const grantee = granteeOf(person);
  const places = PLACES.filter((place) => isGranted(place.grant, grantee));
  const current = placeAt(path, places, locale);
  const named = [
    ...places.map(({ key, path: at }) => ({ key, href: `/${locale}${at}`, label: t(key) })),
    ...(isGranted('tickets.queue', grantee) ? DESK_SHORTCUTS : []).map((key) => ({
      key,
      href: withQuery(`/${locale}/desk`, deskFilterAddress(DESK_VIEWS[key])),
      label: tViews(key),
    })),
  ];
  return (
    <header className="flex flex-wrap items-center gap-2 p-3 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch">
      <a href={`/${locale}`} className="flex items-center gap-2.5 px-2.5 py-1.5 no-underline lg:mb-3" title={t('site')}>
        <Logo size={24} />
        <span className="sr-only font-semibold lg:not-sr-only">{t('site')}</span>
      </a>
      <a
        href={`/${locale}/search`}
        data-palette=""
        className="flex items-center gap-2.5 rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm text-ink-soft no-underline hover:border-ink-soft hover:text-ink lg:mb-3"
      >
        <Icon name="search" />
        <span className="sr-only sm:not-sr-only">{tShell('search.open')}</span>
        <kbd
          data-shortcut-hint
          hidden
          className="ms-auto rounded-sm border border-line px-1.5 font-sans text-xs text-ink-faint max-lg:sr-only"
          suppressHydrationWarning
        >
          ⌘K
        </kbd>
      </a>
      {/* What the palette is a copy of. */}
      <div hidden>
        <SearchBox locale={locale} desk />
      </div>
      <nav
        id={RAIL}
        aria-label={t('label')}
        className="order-last w-full overflow-auto lg:order-none lg:min-h-24 lg:w-auto"
      >
        <CurrentPlace list={RAIL} current={current} />
        <ul className="flex gap-0.5 lg:flex-col">
          {places.map((place) => (
            <li key={place.key}>
              <a
                href={`/${locale}${place.path}`}
                aria-current={place.path === current ? 'page' : undefined}
                className={clsx(RAIL_LINK, '[@media(max-height:62rem)]:lg:py-1')}
              >
                <Icon name={place.icon} />
                {t(place.key)}
                {waiting[place.key] ? <Waiting count={waiting[place.key] ?? 0} /> : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="ms-auto flex items-center gap-2 lg:ms-0 lg:mt-auto lg:flex-col lg:items-stretch">
        <Keyboard places={named} keys={person.keys} />
        <div className="hidden items-center justify-between lg:flex">
          <WorkLanguageSwitch locale={locale} />
          <ThemeSwitch />
        </div>
        <a href={`/${locale}/account`} className={RAIL_LINK}>
          <Avatar name={person.name} />
          <span className="sr-only truncate sm:not-sr-only">{person.name}</span>
        </a>
        <form action={`/${locale}/sign-out`} method="post">
          <button type="submit" className={`${RAIL_LINK} w-full`}>
            <Icon name="log-out" />
            <span className="sr-only lg:not-sr-only">{tShell('account.signOut')}</span>
          </button>
        </form>
      </div>
    </header>
  );
};

type WorkShellProps = { locale: Locale; person: UserActor; children: ReactNode };

/** Where staff work: a rail of places, then the work itself, dense. */
export const WorkShell = async ({ locale, person, children }: WorkShellProps) => {
  const t = await getTranslations('common');
  const asked = isGranted('tickets.queue', granteeOf(person))
    ? await (await serverApi()).organisations.countAsked({})
    : [];
  const joining = asked.reduce((sum, { count }) => sum + count, 0);
  // As the front tells it; without the front no place is marked.
  const path = (await headers()).get('x-guichet-path');
  return (
    <ClientMessages staff>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-3 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] lg:grid-rows-none lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <div className="border-b border-line bg-sunken lg:border-e lg:border-b-0">
          <Rail locale={locale} person={person} path={path} waiting={{ joining }} />
        </div>
        <div className="flex min-w-0 flex-col">
          <BannerNow locale={locale} />
          <main id="main" tabIndex={-1} className="dense grow px-5 pt-6 pb-16 outline-none sm:px-8">
            <div className="mx-auto max-w-[78rem]">{children}</div>
          </main>
          {/* Where there is no room for them in the rail. */}
          <footer
            data-print="no"
            className="flex items-center justify-between border-t border-line bg-sunken px-5 py-3 sm:px-8 lg:hidden"
          >
            <WorkLanguageSwitch locale={locale} />
            <ThemeSwitch />
          </footer>
        </div>
      </div>
      <OnTheWay />
      <ToastRegion />
    </ClientMessages>
  );
};
