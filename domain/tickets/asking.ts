import { standing, type TicketEvent } from './history';

/** The message in which the desk last wrote to the customer; `null` where it has not. */
export const lastWordOfDesk = (events: readonly TicketEvent[]): string | null => {
  const last = standing(events).findLast(
    (event) => event.kind === 'asked' || (event.kind === 'replied' && event.data.side === 'agent'),
  );
  return last?.kind === 'asked' || last?.kind === 'replied' ? last.data.messageId : null;
};

/** The message in which the customer was asked for more and which nobody of their side has answered; `null` where there is none. */
export const openQuestion = (events: readonly TicketEvent[]): string | null => {
  const last = standing(events).findLast(
    (event) => event.kind === 'asked' || (event.kind === 'replied' && event.data.side === 'requester'),
  );
  return last?.kind === 'asked' ? last.data.messageId : null;
};
