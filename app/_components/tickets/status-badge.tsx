import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import type { IconName } from '@/app/_components/ui/icons';
import type { Tone } from '@/app/_components/ui/tone';
import type { TicketStatus } from '@/domain/tickets/status';
import { type StatusReader, statusWord } from './status-words';

const LOOK: Record<TicketStatus, { tone: Tone; icon: IconName }> = {
  submitted: { tone: 'info', icon: 'circle-dashed' },
  qualified: { tone: 'info', icon: 'circle-dot' },
  in_review: { tone: 'info', icon: 'circle-dot' },
  on_hold: { tone: 'info', icon: 'clock' },
  escalated: { tone: 'info', icon: 'arrow-up-right' },
  product_review: { tone: 'info', icon: 'lightbulb' },
  in_development: { tone: 'info', icon: 'wrench' },
  waiting_customer: { tone: 'warning', icon: 'enter' },
  waiting_internal: { tone: 'neutral', icon: 'clock' },
  waiting_partner: { tone: 'neutral', icon: 'clock' },
  resolved_pending_release: { tone: 'positive', icon: 'check' },
  resolved: { tone: 'positive', icon: 'circle-check' },
  closed: { tone: 'neutral', icon: 'archive' },
};

/** Where a request stands: a word with an icon, never a colour alone; the explanation on hover. */
export const StatusBadge = ({ status, reader }: { status: TicketStatus; reader: StatusReader }) => {
  const t = useTranslations('tickets.status');
  const { tone, icon } = LOOK[status];
  return (
    <Badge tone={tone} icon={icon} title={t(`${status}.explanation`, { whose: reader === 'other' ? 'other' : 'own' })}>
      {statusWord(t, status, reader)}
    </Badge>
  );
};
