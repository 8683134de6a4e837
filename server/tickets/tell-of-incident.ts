import { z } from 'zod';
import {
  claimTellings,
  knowsOfUpdate,
  requestersAmong,
  requestsToTell,
  type UpdateToTell,
  updateToTell,
} from '@/db/tickets/incident-news';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { inLocale } from '@/domain/people/localised';
import { TELL_OF_INCIDENT_JOB } from '@/domain/tickets/ties';
import { type ActionContext, action } from '../kernel/action';
import { bodyFromText } from '../kernel/bodies';
import { forEachAlone } from '../kernel/each';
import { customersOf } from './people-to-tell';
import { threadOf } from './progress';

/** Few enough that no request is held for long by the transaction that tells its neighbours. */
const BATCH = 25;

const input = z.object({
  updateId: z.uuid(),
  /** The number of the request that the last batch ended with. */
  after: z.number().int().nonnegative().default(0),
});
type Context = ActionContext<z.output<typeof input>>;

/**
 * Writes to the people of a request, each once for an update however many requests of theirs are tied to the incident: of
 * their own one rather than of one they are in copy of. Whoever wrote the update knows of it.
 */
const writeTo = async ({ tx, now, outbox }: Context, ticket: Ticket, update: UpdateToTell): Promise<void> => {
  const people = (await customersOf(tx, ticket)).filter(({ id }) => id !== update.authorId);
  const inCopy = people.flatMap(({ id }) => (id === ticket.requesterId ? [] : [id]));
  const told = await requestersAmong(tx, update, inCopy);
  const here = people.filter(({ id }) => id === ticket.requesterId || !told.has(id));
  const ids = here.map(({ id }) => id);
  const fresh = await claimTellings(tx, update.id, ids, now);
  for (const person of here.filter(({ id }) => fresh.has(id))) {
    const { html, text } = bodyFromText(inLocale(update.body, person.locale));
    await outbox.mail({
      template: 'tickets.incidentUpdated',
      to: person,
      thread: threadOf(ticket),
      data: {
        number: ticket.number,
        subject: ticket.subject,
        incidentId: update.incidentId,
        title: inLocale(update.title, person.locale),
        status: update.status,
        bodyHtml: html,
        bodyText: text,
        inCopy: person.id !== ticket.requesterId,
      },
    });
  }
};

/** Tells one request: in its history, and its people; answers whether it did not know yet. The end of the incident proposes that of the request. */
const tellOne = async (context: Context, ticket: Ticket, update: UpdateToTell): Promise<boolean> => {
  const { tx, now } = context;
  if (await knowsOfUpdate(tx, ticket.id, update.id)) return false;
  const fact = { at: now.getTime(), actorId: null };
  const { id: updateId, incidentId, status } = update;
  await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'incident', data: { incidentId, updateId, status } });
  if (status === 'resolved') {
    await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'proposed', data: { incidentId } });
  }
  await recomputeTicket(tx, ticket.id);
  await writeTo(context, ticket, update);
  return true;
};

/**
 * Tells the requests of an incident of one of its updates, a batch at a time: those still to be done that were tied to it
 * when it was published. Each has it in its history, each person gets one mail. Safe to repeat.
 */
export const tellOfIncident = action({
  permission: 'tickets.tellOfIncident',
  input,
  async run(context) {
    const { tx, input: asked, outbox, audit, idle } = context;
    const update = await updateToTell(tx, asked.updateId);
    const held = update ? await requestsToTell(tx, update, asked.after, BATCH) : [];
    const told = await forEachAlone(TELL_OF_INCIDENT_JOB, update ? held : [], (ticket) =>
      tx.transaction(async (one) => update !== null && tellOne({ ...context, tx: one }, ticket, update)),
    );
    const last = held.at(-1);
    const more = held.length === BATCH && last !== undefined;
    if (more) await outbox.job(TELL_OF_INCIDENT_JOB, { updateId: asked.updateId, after: last.number });
    const informed = told.filter(Boolean).length;
    if (informed === 0 || !update) idle();
    else audit({ type: 'incident', id: update.incidentId }, { informed });
    return { count: informed, more };
  },
});
