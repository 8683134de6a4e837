import { useLocale, useTranslations } from 'next-intl';
import { RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { RelativeTime } from '@/app/_components/ui/time';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { PageTurner } from './page-turner';
import { StatusBadge } from './status-badge';

type Queued = RouterOutputs['tickets']['queue']['tickets'][number];

type InboxTableProps = {
  tickets: readonly Queued[];
  base: string;
  previous: string | null;
  next: string | null;
  page: number;
};

/** The desk's list, dense: who and what in one cell, where it stands, who has it. */
export const InboxTable = ({ tickets, base, previous, next, page }: InboxTableProps) => {
  const t = useTranslations('desk');
  const now = new Date();
  const current = useLocale();
  const locale = isLocale(current) ? current : DEFAULT_LOCALE;
  return (
    <div className="grid gap-4">
      <Table label={t('title')} stacks>
        <thead>
          <tr>
            <Th>{t('columns.request')}</Th>
            <Th>{t('columns.status')}</Th>
            <Th>{t('columns.assignee')}</Th>
            <Th>{t('columns.activity')}</Th>
          </tr>
        </thead>
        <tbody>
          {tickets.map((ticket) => (
            <RowLink key={ticket.number}>
              <Td className="min-w-72">
                <a
                  href={`${base}/${ticket.number}`}
                  className="font-medium no-underline after:absolute after:inset-0 hover:underline"
                >
                  {ticket.subject}
                </a>
                <p className="text-sm text-ink-soft">
                  <span className="tabular">#{ticket.number}</span> · {ticket.requesterName}
                  {ticket.organisationName ? ` · ${ticket.organisationName}` : ''}
                </p>
              </Td>
              <Td>
                <StatusBadge status={ticket.status} />
              </Td>
              <Td className="whitespace-nowrap text-sm">
                {ticket.assigneeName ?? <span className="text-ink-soft italic">{t('unassigned')}</span>}
                {ticket.teamName ? <p className="text-ink-soft">{inLocale(ticket.teamName, locale)}</p> : null}
              </Td>
              <Td className="text-sm whitespace-nowrap text-ink-soft">
                <RelativeTime at={ticket.lastActivityAt} now={now} />
              </Td>
            </RowLink>
          ))}
        </tbody>
      </Table>
      <PageTurner previous={previous} next={next} page={page} />
    </div>
  );
};
