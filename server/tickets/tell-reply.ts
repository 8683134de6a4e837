import { type Ticket, ticketHandler } from '@/db/tickets/queries';
import type { ActionContext } from '../kernel/action';
import type { Written } from './message';
import { customersToTell } from './people-to-tell';
import { partyOf, threadOf } from './progress';

type Telling = Pick<ActionContext<unknown>, 'tx' | 'actor' | 'outbox'>;

/** Tells everybody but its author of an answer: the customer's side, and from there whoever of the desk has the request. */
export const tellTheOtherSide = async (
  { tx, actor, outbox }: Telling,
  ticket: Ticket,
  body: Written,
): Promise<void> => {
  const others = await customersToTell(tx, actor, ticket);
  const author = actor.kind === 'user' ? actor.name : '';
  const data = { number: ticket.number, subject: ticket.subject, author, bodyHtml: body.html, bodyText: body.text };
  const thread = threadOf(ticket);
  const answers = partyOf(actor) === 'agent';
  for (const to of others) {
    const template = answers && to.id === ticket.requesterId ? 'tickets.replied' : 'tickets.peerReplied';
    await outbox.mail({ template, to, thread, data });
  }
  const handler = answers ? null : await ticketHandler(tx, ticket.id);
  if (handler) await outbox.mail({ template: 'tickets.customerReplied', to: handler, thread, data });
};
