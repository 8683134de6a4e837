import type { Tx } from '@/db/client';
import { callParty, type TicketCall } from '@/db/tickets/calls';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { CallStep } from '@/domain/tickets/calls';
import type { Outbox } from '../kernel/outbox';
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
  const to = await callParty(tx, ticket.requesterId);
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
