import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/app/_components/tickets/status-badge';
import { DetailsList } from '@/app/_components/ui/details-list';
import { Icon } from '@/app/_components/ui/icon';
import { ExactTime, RelativeTime } from '@/app/_components/ui/time';
import { withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

type Around = RouterOutputs['tickets']['around'];
type Place = { locale: Locale; now: Date };

/** What time it is where the person is; `null` for a zone this machine does not know. */
const clockIn = (timeZone: string, { locale, now }: Place): string | null => {
  try {
    return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { timeZone, timeStyle: 'short' }).format(now);
  } catch {
    return null;
  }
};

const Facts = ({ around, ...at }: Place & { around: Around }) => {
  const t = useTranslations('desk.around');
  const { person, organisation } = around;
  const clock = clockIn(person.timeZone, at);
  const zone = person.timeZone.replaceAll('_', ' ');
  const rows: { label: string; value: ReactNode }[] = [
    { label: t('name'), value: person.name },
    {
      label: t('email'),
      value: (
        <a href={`mailto:${person.email}`} className="text-accent underline decoration-accent-line">
          {person.email}
        </a>
      ),
    },
    { label: t('since'), value: <ExactTime at={person.since} /> },
    { label: t('language'), value: t(`languages.${person.locale}`) },
    { label: t('timeZone'), value: clock ? t('zoneNow', { zone, clock }) : zone },
    ...(organisation ? [{ label: t('organisation'), value: organisation.name }] : []),
    ...(organisation?.productVersion ? [{ label: t('version'), value: organisation.productVersion }] : []),
  ];
  return <DetailsList rows={rows} />;
};

const BackOffice = ({ links, locale }: { links: Around['links']; locale: Locale }) => {
  const t = useTranslations('desk.around');
  if (links.length === 0) return null;
  return (
    <ul aria-label={t('backOffice')} className="grid justify-items-start gap-1.5 text-sm">
      {links.map(({ label, address }) => (
        <li key={address}>
          <a
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            className="inline-flex items-center gap-1.5 py-0.5 text-accent underline decoration-accent-line"
          >
            <Icon name="external-link" size={15} />
            {inLocale(label, locale)}
            <span className="sr-only">{t('newTab')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};

type OthersProps = Place & { id: string; title: string; others: Around['own']; all: string; none: string };

/** Other requests, those still to be done first, with the way to all of them. */
const Others = ({ id, title, others, all, none, locale, now }: OthersProps) => {
  const t = useTranslations('desk.around');
  return (
    <div className="grid gap-2">
      <h3 id={id} className="text-sm font-semibold">
        {title}
      </h3>
      {others.rows.length === 0 ? <p className="text-sm text-ink-soft">{none}</p> : null}
      {others.rows.length > 0 ? (
        <ul aria-labelledby={id} className="divide-y divide-line border-y border-line">
          {others.rows.map((row) => (
            <li key={row.number} className="grid justify-items-start gap-1.5 py-2.5 text-sm">
              <a
                href={`/${locale}/desk/${row.number}`}
                className="leading-snug wrap-anywhere text-accent underline decoration-accent-line"
              >
                {row.subject}
              </a>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft">
                <StatusBadge status={row.status} reader="desk" />
                <span className="tabular">#{row.number}</span>
                <RelativeTime at={row.lastActivityAt} now={now} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {others.more ? (
        <a href={all} className="justify-self-start text-sm text-accent underline decoration-accent-line">
          {t('all')}
          <span className="sr-only"> ({title})</span>
        </a>
      ) : null}
    </div>
  );
};

/** Who wrote a request, for whom, what else they asked, and where the company's own tools know them. */
export const AroundRequest = ({ around, ...at }: Place & { around: Around }) => {
  const t = useTranslations('desk.around');
  const { person, organisation } = around;
  const desk = `/${at.locale}/desk`;
  return (
    <section aria-labelledby="around" className="grid gap-4">
      <h2 id="around" className="text-base font-semibold">
        {t('title')}
      </h2>
      <Facts around={around} {...at} />
      <BackOffice links={around.links} locale={at.locale} />
      <Others
        id="around-own"
        title={t('own')}
        others={around.own}
        none={t('ownNone')}
        all={withQuery(desk, { requester: person.email, status: 'all' })}
        {...at}
      />
      {organisation ? (
        <Others
          id="around-organisation"
          title={t('others', { organisation: organisation.name })}
          others={around.others}
          none={t('othersNone')}
          all={withQuery(desk, { organisation: organisation.name, status: 'all' })}
          {...at}
        />
      ) : null}
    </section>
  );
};
