import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { ExactTime, RelativeTime } from '@/app/_components/ui/time';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { StatusBadge } from './status-badge';

type Listed = RouterOutputs['tickets']['list']['tickets'][number];

type RequestTableProps = {
  label: string;
  tickets: readonly Listed[];
  /** Address of the list: the number of a request follows it. */
  base: string;
  showRequester: boolean;
  readerId: string;
};

/** Unread is a dot, a weight and a word: the word for those who see neither. */
const Subject = ({ ticket, href }: { ticket: Listed; href: string }) => {
  const t = useTranslations('tickets.list');
  return (
    <Td className={clsx('min-w-64 wrap-anywhere', ticket.unread ? 'font-bold' : 'font-medium')}>
      <span className="flex items-baseline gap-2.5">
        <span
          aria-hidden="true"
          className={clsx(
            'size-2 shrink-0 -translate-y-px rounded-full',
            ticket.unread ? 'bg-accent' : 'max-sm:hidden',
          )}
        />
        <RowAnchor href={href}>
          {ticket.subject}
          {ticket.unread ? <span className="sr-only"> ({t('unread')})</span> : null}
        </RowAnchor>
      </span>
    </Td>
  );
};

/** *Mes demandes*: one request a row, the whole row leads to it. */
export const RequestTable = ({ label, tickets, base, showRequester, readerId }: RequestTableProps) => {
  const t = useTranslations('tickets');
  const now = new Date();
  return (
    <Table label={label} stacks>
      <thead>
        <tr>
          <Th className="ps-4.5">{t('columns.subject')}</Th>
          <Th>{t('columns.number')}</Th>
          {showRequester ? <Th>{t('columns.requester')}</Th> : null}
          <Th>{t('columns.created')}</Th>
          <Th>{t('columns.activity')}</Th>
          <Th>{t('columns.status')}</Th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <RowLink key={ticket.number}>
            <Subject ticket={ticket} href={`${base}/${ticket.number}`} />
            <Td className="tabular text-ink-soft">#{ticket.number}</Td>
            {showRequester ? <Td className="whitespace-nowrap">{ticket.requesterName}</Td> : null}
            <Td className="whitespace-nowrap text-ink-soft">
              <ExactTime at={ticket.createdAt} />
            </Td>
            <Td className="whitespace-nowrap text-ink-soft">
              <RelativeTime at={ticket.lastActivityAt} now={now} />
            </Td>
            <Td>
              <StatusBadge status={ticket.status} reader={ticket.requesterId === readerId ? 'own' : 'other'} />
            </Td>
          </RowLink>
        ))}
      </tbody>
    </Table>
  );
};
