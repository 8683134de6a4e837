import { useLocale, useTranslations } from 'next-intl';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { Callout } from '@/app/_components/ui/callout';
import { TextLink } from '@/app/_components/ui/text-link';
import { withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { firstNameOf } from '@/domain/replies/variables';
import { proposedBy } from '@/domain/tickets/ties';
import { momentWords } from '@/domain/time/moment-words';
import type { Canned } from './canned-store';
import { PrepareAnswer } from './prepare-answer';

type Shown = RouterOutputs['tickets']['show'];

/**
 * The answer to a request whose incident is over, in its requester's language: written and sent as a canned reply is that
 * resolves the request. `null` where nothing is proposed.
 */
export const answerAfterIncident = async (ticket: Shown): Promise<Canned | null> => {
  const incident = proposedBy(ticket.status, ticket.ties.incidents);
  if (!incident?.resolvedAt) return null;
  const t = await getTranslations({ locale: ticket.locale, namespace: 'desk.ties.over' });
  const body = t('answer', {
    firstName: firstNameOf(ticket.requester.name),
    title: inLocale(incident.title, ticket.locale),
    when: momentWords(incident.resolvedAt, await getTimeZone(), ticket.locale),
  });
  // No canned reply of the house is meant by it: it has no id, and brings neither team nor tags.
  return { id: '', title: '', body, to: 'resolved', team: null, tags: [] };
};

/** Says that the incident of a request is over, and leads to the answer that resolves the request. */
export const IncidentOver = ({ ticket, answer }: { ticket: Shown; answer: Canned | null }) => {
  const t = useTranslations('desk.ties');
  const locale = useLocale();
  const incident = proposedBy(ticket.status, ticket.ties.incidents);
  if (!incident || !answer) return null;
  const title = inLocale(incident.title, isLocale(locale) ? locale : DEFAULT_LOCALE);
  return (
    <Callout tone="positive" title={t('over.title', { title })}>
      <p>{t('over.body', { name: ticket.requester.name })}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <PrepareAnswer here={`/${locale}/desk/${ticket.number}`} answer={answer}>
          {t('over.action')}
        </PrepareAnswer>
        <TextLink href={withQuery(`/${locale}/desk`, { incident: incident.id })}>{t('incident.all')}</TextLink>
      </div>
    </Callout>
  );
};
