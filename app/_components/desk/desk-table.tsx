import { useLocale, useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale, type LocalisedText } from '@/domain/people/localised';
import { StatusBadge } from '../tickets/status-badge';
import { useMoment } from '../tickets/use-moment';
import { RowLink, Table, Td, Th } from '../ui/table';
import { RelativeTime } from '../ui/time';
import { Due } from './due';

type Queued = RouterOutputs['tickets']['queue']['tickets'][number];

const useSaid = () => {
  const locale = useLocale();
  return (text: LocalisedText) => inLocale(text, isLocale(locale) ? locale : DEFAULT_LOCALE);
};

/** What the request is, whose, and how grave: one cell, since they are read together. */
const Request = ({ ticket, base }: { ticket: Queued; base: string }) => {
  const t = useTranslations('desk');
  const said = useSaid();
  const moment = useMoment();
  return (
    <>
      <a
        href={`${base}/${ticket.number}`}
        className="font-medium no-underline after:absolute after:inset-0 hover:underline"
      >
        {ticket.subject}
      </a>
      <p className="mt-0.5 text-[0.8125rem] leading-snug text-ink-soft">
        <span className="tabular">#{ticket.number}</span> · {ticket.requesterName}
        {ticket.organisationName ? ` · ${ticket.organisationName}` : ''}
      </p>
      <p className="text-[0.8125rem] leading-snug text-ink-soft">
        {said(ticket.typeName)}
        {ticket.levelName ? ` · ${t('level', { level: said(ticket.levelName) })}` : ''}
        {ticket.snoozedUntil ? ` · ${t('snooze.sleeps', { until: moment(ticket.snoozedUntil.getTime()) })}` : ''}
      </p>
    </>
  );
};

const Handler = ({ ticket }: { ticket: Queued }) => {
  const t = useTranslations('desk');
  const said = useSaid();
  return (
    <>
      <p>{ticket.assigneeName ?? <span className="text-ink-soft italic">{t('unassigned')}</span>}</p>
      {ticket.teamName ? <p className="text-xs text-ink-soft">{said(ticket.teamName)}</p> : null}
    </>
  );
};

/** The desk's list, dense: who and what in one cell, where it stands, when it is due, who has it. */
export const DeskTable = ({ tickets, base, now }: { tickets: readonly Queued[]; base: string; now: Date }) => {
  const t = useTranslations('desk');
  return (
    <Table label={t('title')} stacks>
      <thead>
        <tr>
          <Th>{t('columns.request')}</Th>
          <Th>{t('columns.standing')}</Th>
          <Th>{t('columns.due')}</Th>
          <Th>{t('columns.assignee')}</Th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <RowLink key={ticket.number}>
            <Td className="min-w-64">
              <Request ticket={ticket} base={base} />
            </Td>
            <Td>
              <StatusBadge status={ticket.status} />
              <p className="mt-1 text-xs text-ink-soft">
                <RelativeTime at={ticket.lastActivityAt} now={now} />
              </p>
            </Td>
            <Td className="text-sm whitespace-nowrap">
              <Due at={ticket.dueAt} clock={ticket.dueClock} now={now} />
            </Td>
            <Td className="min-w-32 text-sm">
              <Handler ticket={ticket} />
            </Td>
          </RowLink>
        ))}
      </tbody>
    </Table>
  );
};
