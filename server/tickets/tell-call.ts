import type { Tx } from '@/db/client';
import { accountsInUse } from '@/db/people/queries';
import { callParty, type TicketCall } from '@/db/tickets/calls';
import type { Addressee } from '@/db/tickets/followers';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { CallStep } from '@/domain/tickets/calls';
import type { Outbox } from '../kernel/outbox';
import { callerName, callersOf } from './callers';
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

type Side = { to: Addressee; place: 'requests' | 'desk'; timeZone: string };

/** What both sides are told of a call, but for who reads it and where. */
const factsOf = async ({ tx, actor }: Context, ticket: Ticket, call: TicketCall, callers: readonly Addressee[]) => {
  const customer = await callParty(tx, call.chosenBy ?? ticket.requesterId);
  return {
    number: ticket.number,
    subject: ticket.subject,
    author: actor.kind === 'user' ? actor.name : '',
    callId: call.id,
    agent: callerName(callers),
    customer: customer.name,
    phone: call.phone,
    at: call.chosenAt?.toISOString() ?? null,
    minutes: call.minutes,
  };
};

const desksOf = async (tx: Tx, callers: readonly Addressee[]): Promise<Side[]> =>
  Promise.all(
    callers.map(async (to) => ({ to, place: 'desk' as const, timeZone: (await callParty(tx, to.id)).timeZone })),
  );

/**
 * Tells both sides that a call was agreed on or called off, each in their own language and zone, with the entry for their
 * calendar. Of a call that nobody had chosen the requester alone is told, unless they called it off themselves. Whoever has
 * left the desk or the product hears nothing: neither the number nor the hour is theirs to know.
 */
export const tellCall = async (
  context: Context,
  ticket: Ticket,
  call: TicketCall,
  step: 'chosen' | 'cancelled',
): Promise<void> => {
  const { tx, actor, outbox } = context;
  const callers = await callersOf(tx, ticket, call);
  const facts = await factsOf(context, ticket, call, callers);
  const customer = await callParty(tx, call.chosenBy ?? ticket.requesterId);
  const inUse = (await accountsInUse(tx, [customer.id])).length > 0;
  const theirs = { to: customer, place: 'requests' as const };
  const sides: Side[] = [
    ...(inUse ? [{ ...theirs, timeZone: call.chosenBy ? customer.timeZone : call.timeZone }] : []),
    ...(await desksOf(tx, callers)),
  ];
  const template = step === 'chosen' ? 'tickets.callChosen' : 'tickets.callCancelled';
  for (const { to, ...place } of sides) {
    if (!call.chosenAt && to.id === actorId(actor)) continue;
    await outbox.mail({ template, to, thread: threadOf(ticket), data: { ...facts, ...place } });
  }
};

/** Tells whoever is to make a call now that the colleague who was to make it has left. */
export const tellCallLeft = async (
  context: Context,
  ticket: Ticket,
  call: TicketCall,
  leaverId: string,
): Promise<void> => {
  const { tx, outbox } = context;
  const callers = await callersOf(tx, ticket, call);
  const facts = await factsOf(context, ticket, call, callers);
  const left = (await callParty(tx, leaverId)).name;
  const alone = callers.length === 1;
  for (const { to, ...place } of await desksOf(tx, callers)) {
    const data = { ...facts, ...place, left, alone };
    await outbox.mail({ template: 'tickets.callLeft', to, thread: threadOf(ticket), data });
  }
};
