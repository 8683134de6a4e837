import { useTranslations } from 'next-intl';
import { ExactTime } from '@/app/_components/ui/time';
import { Timeline, TimelineItem } from '@/app/_components/ui/timeline';
import { isRunning } from '@/domain/incidents/status';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { ToldIncident } from './load-status';
import { STATUS_TONE } from './look';

type IncidentTimelineProps = { incident: Pick<ToldIncident, 'updates'>; locale: Locale; label: string };

/** The steps of an incident, newest first, each with its time and zone. */
export const IncidentTimeline = ({ incident, locale, label }: IncidentTimelineProps) => {
  const t = useTranslations('incidents');
  return (
    <Timeline label={label}>
      {incident.updates.map((update, index) => (
        <TimelineItem
          key={update.id}
          tone={STATUS_TONE[update.status]}
          live={index === 0 && isRunning(update.status)}
          title={t(`status.${update.status}`)}
          when={<ExactTime at={update.displayAt} hour />}
        >
          {inLocale(update.body, locale)
            .split(/\n{2,}/)
            .map((paragraph) => (
              <p key={paragraph} className="whitespace-pre-line">
                {paragraph}
              </p>
            ))}
          {update.authorName ? <p className="text-sm text-ink-faint">{t('by', { name: update.authorName })}</p> : null}
        </TimelineItem>
      ))}
    </Timeline>
  );
};
