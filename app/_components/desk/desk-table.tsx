import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale, type LocalisedText } from '@/domain/people/localised';
import { lastWordOf } from '@/domain/tickets/desk-list';
import { relativeDistance, stretchWords } from '@/domain/time/relative-words';
import { RowPresence } from '../live/row-presence';
import { StatusBadge } from '../tickets/status-badge';
import { useMoment } from '../tickets/use-moment';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { RowAnchor, RowLink, Table, Td, Th } from '../ui/table';
import { RelativeTime } from '../ui/time';
import { BULK_FORM } from './bulk-form';
import { Due } from './due';
import { SelectAll } from './selection';

type Queued = RouterOutputs['tickets']['queue']['tickets'][number];

const useSaid = () => {
  const locale = useLocale();
  return (text: LocalisedText) => inLocale(text, isLocale(locale) ? locale : DEFAULT_LOCALE);
};

const FACTS = 'facts facts-close gap-y-0 text-[0.8125rem] leading-snug text-ink-soft';

/** What the request is, whose, and how grave: one cell, since they are read together. */
const Request = ({ ticket, base }: { ticket: Queued; base: string }) => {
  const t = useTranslations('desk');
  const tList = useTranslations('tickets.list');
  const said = useSaid();
  const moment = useMoment();
  return (
    <>
      <span className="flex items-baseline gap-2">
        {ticket.unread ? (
          <span aria-hidden="true" className="size-2 shrink-0 -translate-y-px rounded-full bg-accent" />
        ) : null}
        <RowAnchor href={`${base}/${ticket.number}`} className={ticket.unread ? 'font-bold' : 'font-medium'}>
          {ticket.subject}
          {ticket.unread ? <span className="sr-only"> ({tList('unread')})</span> : null}
        </RowAnchor>
      </span>
      <p className={clsx(FACTS, 'mt-0.5')}>
        <span className="tabular">#{ticket.number}</span>
        <span className="after-dot">{ticket.requesterName}</span>
        {ticket.organisationName ? <span className="after-dot">{ticket.organisationName}</span> : null}
      </p>
      <p className={FACTS}>
        <span>{said(ticket.typeName)}</span>
        {ticket.levelName ? <span className="after-dot">{t('level', { level: said(ticket.levelName) })}</span> : null}
        {ticket.snoozedUntil ? (
          <span className="after-dot">{t('snooze.sleeps', { until: moment(ticket.snoozedUntil.getTime()) })}</span>
        ) : null}
      </p>
      {ticket.tags.length > 0 ? (
        <ul aria-label={t('tags.label')} className="mt-1 flex flex-wrap gap-1">
          {ticket.tags.map((tag) => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
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

/** When something last happened, unless that is just what was said of who wrote last. */
const LastActivity = ({ ticket, now }: { ticket: Queued; now: Date }) => {
  const word = lastWordOf(ticket.status, ticket);
  const far = (at: Date) => relativeDistance(at.toISOString(), now.getTime());
  if (word && far(new Date(word.at)) === far(ticket.lastActivityAt)) return null;
  return (
    <p className="mt-1 text-xs text-ink-soft">
      <RelativeTime at={ticket.lastActivityAt} now={now} />
    </p>
  );
};

/** Whether the customer waits for us, and since when, or we have answered: in words, so that no colour need be seen. */
const LastWords = ({ ticket, now }: { ticket: Queued; now: Date }) => {
  const t = useTranslations('desk.lastWord');
  const locale = useLocale();
  const word = lastWordOf(ticket.status, ticket);
  if (!word) return null;
  const at = new Date(word.at);
  const words = word.waits
    ? t('waits', { stretch: stretchWords(at.toISOString(), now.getTime(), locale) ?? '' })
    : t.rich(word.by, { when: () => <RelativeTime at={at} now={now} /> });
  return (
    <p
      className={clsx(
        'mt-1 flex items-start gap-1.5 text-xs sm:max-w-44',
        word.waits ? 'font-medium text-ink' : 'text-ink-soft',
      )}
    >
      <Icon name={word.by === 'desk' ? 'reply' : 'message'} size={14} className="mt-px" />
      <span>{words}</span>
    </p>
  );
};

/** A call was to be, and what was said is still to be written. */
const RecapDue = ({ ticket }: { ticket: Queued }) => {
  const t = useTranslations('desk');
  return ticket.recapDue ? (
    <p className="mt-1">
      <Badge tone="warning" icon="phone">
        {t('recapDue')}
      </Badge>
    </p>
  ) : null;
};

type DeskTableProps = {
  tickets: readonly Queued[];
  base: string;
  now: Date;
  /** Whose boxes are ticked from the beginning: those that a refused form had chosen. */
  chosen: ReadonlySet<number>;
};

/** The desk's list, dense: who and what in one cell, where it stands, when it is due, who has it. */
export const DeskTable = ({ tickets, base, now, chosen }: DeskTableProps) => {
  const t = useTranslations('desk');
  return (
    <Table label={t('title')} stacks>
      <thead>
        <tr>
          <Th className="w-9">
            <SelectAll form={BULK_FORM} />
          </Th>
          <Th>{t('columns.request')}</Th>
          <Th>{t('columns.standing')}</Th>
          <Th>{t('columns.due')}</Th>
          <Th>{t('columns.assignee')}</Th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <RowLink
            key={ticket.number}
            className="has-[input:checked]:bg-accent-soft has-[td_a:focus-visible]:bg-hover max-sm:items-start! max-sm:ps-8"
          >
            {/* On phones the box stands beside the rest, which is one column under the subject. */}
            <Td className="max-sm:absolute max-sm:start-0 max-sm:basis-auto!">
              <input
                type="checkbox"
                name="number"
                value={ticket.number}
                form={BULK_FORM}
                aria-label={t('bulk.chooseOne', { number: ticket.number })}
                defaultChecked={chosen.has(ticket.number)}
                className="relative z-1 mt-0.5 size-[1.125rem]"
              />
            </Td>
            <Td className="w-2/5 min-w-52 wrap-anywhere max-sm:basis-full">
              <Request ticket={ticket} base={base} />
            </Td>
            <Td className="max-sm:basis-full">
              <StatusBadge status={ticket.status} reader="desk" />
              <RecapDue ticket={ticket} />
              <LastWords ticket={ticket} now={now} />
              <LastActivity ticket={ticket} now={now} />
              <RowPresence number={ticket.number} />
            </Td>
            <Td
              className={clsx(
                'min-w-24 text-sm max-sm:basis-[calc(50%-0.5rem)]',
                ticket.dueAt ? undefined : 'max-sm:hidden!',
              )}
            >
              <Due at={ticket.dueAt} clock={ticket.dueClock} now={now} />
            </Td>
            <Td className="min-w-28 text-sm">
              <Handler ticket={ticket} />
            </Td>
          </RowLink>
        ))}
      </tbody>
    </Table>
  );
};
