import type { Tx } from '@/db/client';
import { accountsInUse, deskMember } from '@/db/people/queries';
import { callParty, type TicketCall } from '@/db/tickets/calls';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { CallStep } from '@/domain/tickets/calls';
import type { Outbox } from '../kernel/outbox';
import { requesterToTell } from './people-to-tell';
import { actorId, threadOf } from './progress';

type Context = { tx: Tx; actor: Actor; now: Date; outbox: Outbox };

/** Adds what happened to a call to the history of its request; `at` is the hour of the call. The caller recomputes the row. */
export const noteCall = async (
  { tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
  call: Pick<TicketCall, 'id' | 'ticketId'>,
  step: CallStep,
  { at, messageId, mentions = [] }: { at?: Date | null; messageId?: string; mentions?: readonly string[] } = {},
): Promise<void> => {
  const data = {
    callId: call.id,
    step,
    ...(at ? { at: at.getTime() } : {}),
    ...(messageId ? { messageId } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
  await appendTicketEvent(tx, call.ticketId, { at: now.getTime(), actorId: actorId(actor), kind: 'call', data });
};

/** Tells the requester which slots are proposed, in the hours of their own zone. */
export const tellProposed = async ({ tx, actor, outbox }: Context, ticket: Ticket, call: TicketCall): Promise<void> => {
  const to = await requesterToTell(tx, ticket);
  if (!to) return;
  await outbox.mail({
    template: 'tickets.callProposed',
    to,
    thread: threadOf(ticket),
    data: {
      number: ticket.number,
      subject: ticket.subject,
      author: actor.kind === 'user' ? actor.name : '',
      slots: call.slots.map((slot) => new Date(slot).toISOString()),
      minutes: call.minutes,
      timeZone: call.timeZone,
    },
  });
};

/** Whoever has left the desk or the product takes part no more: neither the number nor the hour is theirs to know. */
const mayHear = async (tx: Tx, userId: string, place: 'requests' | 'desk'): Promise<boolean> =>
  place === 'desk' ? deskMember(tx, userId) : (await accountsInUse(tx, [userId])).length > 0;

/**
 * Tells both sides that a call was agreed on or called off, each in their own language and zone, with the entry for their
 * calendar. Of a call that nobody had chosen the requester alone is told, unless they called it off themselves.
 */
export const tellCall = async (
  { tx, actor, outbox }: Context,
  ticket: Ticket,
  call: TicketCall,
  step: 'chosen' | 'cancelled',
): Promise<void> => {
  const agent = await callParty(tx, call.proposedBy);
  const customer = await callParty(tx, call.chosenBy ?? ticket.requesterId);
  const sides = [
    { to: customer, place: 'requests' as const, timeZone: call.chosenBy ? customer.timeZone : call.timeZone },
    { to: agent, place: 'desk' as const, timeZone: agent.timeZone },
  ];
  for (const { to, place, timeZone } of sides) {
    if (!call.chosenAt && to.id === actorId(actor)) continue;
    if (!(await mayHear(tx, to.id, place))) continue;
    const data = {
      number: ticket.number,
      subject: ticket.subject,
      author: actor.kind === 'user' ? actor.name : '',
      callId: call.id,
      agent: agent.name,
      customer: customer.name,
      phone: call.phone,
      at: call.chosenAt?.toISOString() ?? null,
      minutes: call.minutes,
      timeZone,
      place,
    };
    const template = step === 'chosen' ? 'tickets.callChosen' : 'tickets.callCancelled';
    await outbox.mail({ template, to, thread: threadOf(ticket), data });
  }
};
