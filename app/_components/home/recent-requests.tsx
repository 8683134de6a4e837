import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/app/_components/tickets/status-badge';
import { Section } from '@/app/_components/ui/section';
import { TextLink } from '@/app/_components/ui/text-link';
import { RelativeTime } from '@/app/_components/ui/time';
import type { Locale } from '@/domain/people/locale';
import type { RecentRequest } from './load-recent-requests';

type RecentRequestsProps = { locale: Locale; requests: readonly RecentRequest[] };

/** The reader's own requests where something happened last; nothing where there are none. */
export const RecentRequests = ({ locale, requests }: RecentRequestsProps) => {
  const t = useTranslations('home');
  const tList = useTranslations('tickets.list');
  if (requests.length === 0) return null;
  const now = new Date();
  return (
    <Section
      id="recent-requests"
      title={t('requests')}
      aside={<TextLink href={`/${locale}/requests`}>{t('allRequests')}</TextLink>}
    >
      <ul className="divide-y divide-line border-y border-line">
        {requests.map((request) => (
          <li key={request.number} className="relative flex flex-wrap items-center gap-x-4 gap-y-1.5 py-3.5">
            <a
              href={`/${locale}/requests/${request.number}`}
              className="stretched min-w-0 flex-1 basis-72 font-medium no-underline hover:underline"
            >
              {request.subject}
              {request.unread ? <span className="sr-only"> ({tList('unread')})</span> : null}
            </a>
            <span className="text-sm text-ink-faint">
              <RelativeTime at={request.lastActivityAt} now={now} />
            </span>
            <StatusBadge status={request.status} reader="own" />
          </li>
        ))}
      </ul>
    </Section>
  );
};
