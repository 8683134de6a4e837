import clsx from 'clsx';
import type { Metadata } from 'next';
import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ComponentGroups } from '@/app/_components/incidents/component-groups';
import { PastIncident, RunningIncident } from '@/app/_components/incidents/incident-summary';
import { loadStatus, type ServiceStatus } from '@/app/_components/incidents/load-status';
import { PAGE_LOOK } from '@/app/_components/incidents/look';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { Icon } from '@/app/_components/ui/icon';
import { ExactTime } from '@/app/_components/ui/time';
import { TONE_SOFT, TONE_TEXT } from '@/app/_components/ui/tone';
import { pageLocale } from '@/app/_i18n/page-locale';
import { absolute } from '@/app/_site/address';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import { byMonth } from '@/domain/incidents/timeline';
import type { Locale } from '@/domain/people/locale';
import { SHIPPED_ZONE } from '@/domain/time/zone';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept until an incident changes. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'status' });
  const metadata = pageMetadata({
    title: t('title'),
    description: t('lead'),
    path: `/${locale}/status`,
    alternates: sameInAll('/status'),
  });
  const types = {
    'application/atom+xml': absolute(`/${locale}/history.atom`),
    'application/rss+xml': absolute(`/${locale}/history.rss`),
  };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
};

export default async function StatusPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <Status locale={locale} status={await loadStatus(locale)} />;
}

const Headline = ({ status }: { status: ServiceStatus }) => {
  const t = useTranslations('status');
  const { tone, icon } = PAGE_LOOK[status.page.description];
  return (
    <div className={clsx('mt-8 flex items-center gap-4 rounded-lg border px-5 py-5 sm:px-7', TONE_SOFT[tone])}>
      <Icon name={icon} size={30} className={TONE_TEXT[tone]} />
      <div>
        <p className="font-display text-xl font-semibold">{t(`page.${status.page.description}`)}</p>
        {/* Where nothing was ever set up there is no moment to tell. */}
        {status.components.length + status.incidents.length > 0 ? (
          <p className="text-sm text-ink-soft">
            {t('updated')} <ExactTime at={status.updatedAt} hour />
          </p>
        ) : null}
      </div>
    </div>
  );
};

const monthName = (month: string, format: ReturnType<typeof useFormatter>): string =>
  format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: 'long', year: 'numeric' });

const History = ({ status, locale }: { status: ServiceStatus; locale: Locale }) => {
  const t = useTranslations('status');
  const format = useFormatter();
  const zone = useTimeZone() ?? SHIPPED_ZONE;
  const past = status.incidents.filter((incident) => incident.resolvedAt);
  return (
    <section aria-labelledby="history" className="mt-14">
      <h2 id="history" className="text-2xl">
        {t('history.title')}
      </h2>
      {past.length === 0 ? (
        <p className="mt-4 text-ink-soft">{t('history.empty')}</p>
      ) : (
        byMonth(past, zone).map(({ month, items }) => (
          <section key={month} aria-labelledby={`month-${month}`} className="mt-8">
            <h3 id={`month-${month}`} className="text-lg first-letter:uppercase">
              {monthName(month, format)}
            </h3>
            <ul className="mt-1 divide-y divide-line">
              {items.map((incident) => (
                <PastIncident key={incident.id} incident={incident} locale={locale} />
              ))}
            </ul>
          </section>
        ))
      )}
    </section>
  );
};

const Aside = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('status');
  const zone = useTimeZone() ?? SHIPPED_ZONE;
  return (
    <aside className="grid content-start gap-8">
      <section aria-labelledby="during" className="rounded-lg border border-line bg-surface p-5">
        <h2 id="during" className="text-lg">
          {t('during.title')}
        </h2>
        <ul className="mt-3 grid list-disc gap-2 ps-5 text-[0.9375rem] text-ink-soft">
          <li>{t('during.wait')}</li>
          <li>{t('during.once')}</li>
          <li>{t('during.save')}</li>
        </ul>
        <p className="mt-4 text-[0.9375rem]">
          {t('during.other')}{' '}
          <a href={`/${locale}/requests/new`} className="underline">
            {t('during.request')}
          </a>
        </p>
      </section>
      <section aria-labelledby="follow">
        <h2 id="follow" className="text-lg">
          {t('follow.title')}
        </h2>
        <p className="mt-2 text-[0.9375rem] text-ink-soft">{t('follow.text')}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton href={`/${locale}/history.atom`} size="sm" icon="rss">
            {t('follow.atom')}
          </LinkButton>
          <LinkButton href={`/${locale}/history.rss`} size="sm" icon="rss">
            {t('follow.rss')}
          </LinkButton>
          <LinkButton href="/api/v2/summary.json" size="sm" icon="hash">
            {t('follow.json')}
          </LinkButton>
        </div>
      </section>
      <p className="text-sm text-ink-faint">{t('zone', { zone })}</p>
    </aside>
  );
};

const Status = ({ locale, status }: { locale: Locale; status: ServiceStatus }) => {
  const t = useTranslations('status');
  return (
    <ReadingPage locale={locale} section="status" alternates={sameInAll('/status')}>
      <h1 className="text-4xl">{t('title')}</h1>
      <p className="mt-4 max-w-reading text-lg text-ink-soft">{t('lead')}</p>
      <Headline status={status} />
      <div className="mt-10 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div>
          {status.running.length > 0 ? (
            <section aria-labelledby="running" className="mb-14">
              <h2 id="running" className="mb-5 text-2xl">
                {t('running', { count: status.running.length })}
              </h2>
              <div className="grid gap-6">
                {status.running.map((incident) => (
                  <RunningIncident key={incident.id} incident={incident} status={status} locale={locale} />
                ))}
              </div>
            </section>
          ) : null}
          {status.components.length > 0 ? (
            <section aria-labelledby="components">
              <h2 id="components" className="mb-5 text-2xl">
                {t('components')}
              </h2>
              <ComponentGroups status={status} locale={locale} />
            </section>
          ) : null}
          <History status={status} locale={locale} />
        </div>
        <Aside locale={locale} />
      </div>
    </ReadingPage>
  );
};
