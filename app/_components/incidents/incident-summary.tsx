import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { ExactTime } from '@/app/_components/ui/time';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { IncidentTimeline } from './incident-timeline';
import type { ServiceStatus, ToldIncident } from './load-status';
import { IMPACT_LOOK } from './look';

/** The components an incident touches, by name. */
export const affectedNames = (
  incident: ToldIncident,
  components: ServiceStatus['components'],
  locale: Locale,
): string[] =>
  components.filter((one) => incident.componentIds.includes(one.id)).map((one) => inLocale(one.name, locale));

type IncidentSummaryProps = { incident: ToldIncident; status: ServiceStatus; locale: Locale };

/** An incident that goes on: what it is, how bad, what it touches, and all its steps. */
export const RunningIncident = ({ incident, status, locale }: IncidentSummaryProps) => {
  const t = useTranslations('incidents');
  const { tone, icon } = IMPACT_LOOK[incident.impact];
  const affected = affectedNames(incident, status.components, locale);
  return (
    <article className="rounded-lg border border-line bg-surface p-5 sm:p-7">
      <Badge tone={tone} icon={icon}>
        {t(`impact.${incident.impact}`)}
      </Badge>
      <h3 className="mt-3 text-xl">
        <a href={`/${locale}/status/incidents/${incident.id}`} className="no-underline hover:underline">
          {inLocale(incident.title, locale)}
        </a>
      </h3>
      {affected.length > 0 ? (
        <p className="mt-1.5 text-[0.9375rem] text-ink-soft">{t('affects', { components: affected.join(', ') })}</p>
      ) : null}
      <div className="mt-6">
        <IncidentTimeline incident={incident} locale={locale} label={t('steps')} />
      </div>
    </article>
  );
};

/** An incident of the past in a few lines. */
export const PastIncident = ({ incident, locale }: { incident: ToldIncident; locale: Locale }) => {
  const t = useTranslations('incidents');
  const { tone, icon } = IMPACT_LOOK[incident.impact];
  const [last] = incident.updates;
  return (
    <li className="grid gap-1 py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <a href={`/${locale}/status/incidents/${incident.id}`} className="font-medium no-underline hover:underline">
          {inLocale(incident.title, locale)}
        </a>
        <Badge tone={tone} icon={icon}>
          {t(`impact.${incident.impact}`)}
        </Badge>
      </p>
      {last ? <p className="text-[0.9375rem] text-ink-soft">{inLocale(last.body, locale)}</p> : null}
      <p className="text-sm text-ink-faint">
        <ExactTime at={incident.startedAt} hour /> – {t(`status.${incident.status}`)}
      </p>
    </li>
  );
};
