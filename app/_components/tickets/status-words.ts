import type { TicketStatus } from '@/domain/tickets/status';

type Words = (key: `${TicketStatus}.label` | 'waiting_customer.desk') => string;

/**
 * What a status is called at the desk: as its customer reads it, but for what speaks to them. `t` has the words of
 * `tickets.status`.
 */
export const deskStatusWord = (t: Words, status: TicketStatus): string =>
  t(status === 'waiting_customer' ? 'waiting_customer.desk' : `${status}.label`);
