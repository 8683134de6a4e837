import { useTranslations } from 'next-intl';
import { RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { ExactTime, RelativeTime } from '@/app/_components/ui/time';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { PageTurner } from './page-turner';
import { StatusBadge } from './status-badge';

type Listed = RouterOutputs['tickets']['list']['tickets'][number];

type RequestTableProps = {
  tickets: readonly Listed[];
  /** Address of the list: the number of a request follows it. */
  base: string;
  showRequester: boolean;
  previous: string | null;
  next: string | null;
  page: number;
};

/** *Mes demandes*: one request a row, the whole row leads to it. */
export const RequestTable = ({ tickets, base, showRequester, previous, next, page }: RequestTableProps) => {
  const t = useTranslations('tickets');
  const now = new Date();
  return (
    <div className="grid gap-5">
      <Table label={t('title')} stacks>
        <thead>
          <tr>
            <Th>{t('columns.subject')}</Th>
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
              <Td className="min-w-64 font-medium">
                <a
                  href={`${base}/${ticket.number}`}
                  className="no-underline after:absolute after:inset-0 hover:underline"
                >
                  {ticket.subject}
                </a>
              </Td>
              <Td className="tabular text-ink-soft">#{ticket.number}</Td>
              {showRequester ? <Td className="whitespace-nowrap">{ticket.requesterName}</Td> : null}
              <Td className="whitespace-nowrap text-ink-soft">
                <ExactTime at={ticket.createdAt} />
              </Td>
              <Td className="whitespace-nowrap text-ink-soft">
                <RelativeTime at={ticket.lastActivityAt} now={now} />
              </Td>
              <Td>
                <StatusBadge status={ticket.status} />
              </Td>
            </RowLink>
          ))}
        </tbody>
      </Table>
      <PageTurner previous={previous} next={next} page={page} />
    </div>
  );
};
