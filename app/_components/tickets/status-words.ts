import type { Whose } from '@/domain/tickets/explanation';
import type { TicketStatus } from '@/domain/tickets/status';

type Words = (key: `${TicketStatus}.label` | 'waiting_customer.desk' | 'waiting_customer.followedLabel') => string;

/** From where somebody looks at a request: the desk, or whose it is to them. */
export type StatusReader = Whose | 'desk';

/**
 * What a status is called at the desk: as its customer reads it, but for what speaks to them. `t` has the words of
 * `tickets.status`.
 */
export const deskStatusWord = (t: Words, status: TicketStatus): string =>
  t(status === 'waiting_customer' ? 'waiting_customer.desk' : `${status}.label`);

/** What a status is called for its reader: one status speaks to whoever is waited for. `t` as above. */
export const statusWord = (t: Words, status: TicketStatus, reader: StatusReader): string => {
  if (reader === 'desk') return deskStatusWord(t, status);
  return t(reader === 'other' && status === 'waiting_customer' ? 'waiting_customer.followedLabel' : `${status}.label`);
};
