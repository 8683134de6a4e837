import { z } from 'zod';
import { namesOf } from '@/db/people/queries';
import { clockRules } from '@/db/sla/queries';
import { listTeams } from '@/db/teams/queries';
import { ticketConversation, ticketParties, visibleTicket } from '@/db/tickets/queries';
import { ticketHistory } from '@/db/tickets/recompute';
import { tagsOf } from '@/db/tickets/tags';
import { valuesOf } from '@/db/tickets/values';
import { decidesOn } from '@/domain/access/copies';
import { toldValue } from '@/domain/forms/values';
import { expectationOf } from '@/domain/sla/expectation';
import { type TicketEvent, undoneIn } from '@/domain/tickets/history';
import { MESSAGE_VISIBILITIES } from '@/domain/tickets/messages';
import { mayBeRated, type Rating } from '@/domain/tickets/rating';
import { movesFor, STATUS_RULES } from '@/domain/tickets/status';
import { query } from '../kernel/action';
import { originShown } from './article';
import { deadlinesOf } from './deadlines';
import { actorId, partyOf } from './progress';

/** What of the history the customer's side reads. */
const PUBLIC_EVENTS: readonly TicketEvent['kind'][] = ['opened', 'moved', 'graded', 'rated'];

type Told = TicketEvent & { undone: boolean };

/** The number of another request is nobody's business who may not see that request. */
const withoutForeignNumber = (event: Told, known: boolean): Told => {
  if (event.kind !== 'moved' || known) return event;
  const { duplicateOf: _, ...data } = event.data;
  return { ...event, data };
};

/** What the requester said of this resolution, with their words. */
const givenRating = (
  { rating }: { rating: Rating | null },
  history: readonly TicketEvent[],
): { rating: Rating; comment: string | null } | null => {
  const last = history.findLast((event) => event.kind === 'rated');
  return rating && last?.kind === 'rated' ? last.data : null;
};

/** One request with its conversation, people and history, as far as the actor's side may read it. */
export const show = query({
  permission: 'tickets.show',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ db, actor, input, now }) {
    const ticket = await visibleTicket(db, actor, input.number);
    const party = partyOf(actor);
    const internal = party !== 'requester';
    const [parties, messages, history, values] = await Promise.all([
      ticketParties(db, ticket.id),
      ticketConversation(db, ticket.id, { visibilities: internal ? MESSAGE_VISIBILITIES : ['public'], now }),
      ticketHistory(db, ticket.id),
      valuesOf(db, ticket.id),
    ]);
    const mayFollow =
      ticket.duplicateOf === null ||
      (await visibleTicket(db, actor, ticket.duplicateOf).then(
        () => true,
        () => false,
      ));
    const undone = undoneIn(history);
    const events = history
      .map((event, place) => ({ ...event, undone: undone.has(place) }))
      // What was taken back the customer's side has never heard of.
      .filter((event) => internal || (PUBLIC_EVENTS.includes(event.kind) && !event.undone))
      // What the requester thinks of us is between them and the desk: colleagues and people in copy do not read it.
      .filter((event) => event.kind !== 'rated' || internal || event.actorId === actorId(actor))
      .map((event) => withoutForeignNumber(event, mayFollow));
    const { deadlines, levels, needsReproduction } = await deadlinesOf(db, ticket, history, { now, internal });
    // Teams are few; only staff read how a request went through them.
    const teams = internal ? await listTeams(db) : [];
    const names = await namesOf(db, [
      ...events.flatMap((event) => (event.actorId ? [event.actorId] : [])),
      ...events.flatMap((event) => (event.kind === 'assigned' && event.data.assigneeId ? [event.data.assigneeId] : [])),
    ]);
    const { idempotencyKey: _, ...facts } = ticket;
    const own = actor.kind === 'user' && actor.id === ticket.requesterId;
    // Whoever has just sent it is told what to expect of it.
    const expectation = own
      ? expectationOf(await clockRules(db, ticket.typeKey, ticket.criticality), ticket.createdAt.getTime())
      : null;
    return {
      ...facts,
      rating: internal || own ? ticket.rating : null,
      ratedAt: internal || own ? ticket.ratedAt : null,
      given: own ? givenRating(ticket, history) : null,
      ...parties,
      article: originShown(actor, ticket),
      duplicateOf: mayFollow ? ticket.duplicateOf : null,
      deadlines,
      needsReproduction,
      level: levels.find((level) => level.key === ticket.criticality) ?? null,
      levelNames: Object.fromEntries(levels.map((level) => [level.key, level.name])),
      teamNames: Object.fromEntries(teams.map((team) => [team.id, team.name])),
      tags: internal ? ((await tagsOf(db, [ticket.id])).get(ticket.id) ?? []) : [],
      messages,
      values: values.map(({ key, label, value, ...field }) => ({ key, label, told: toldValue(field, value) })),
      events: events.map((event) => ({
        ...event,
        actorName: event.actorId ? (names.get(event.actorId) ?? null) : null,
      })),
      names: Object.fromEntries(names),
      customerState: STATUS_RULES[ticket.status].customerState,
      acceptsReplies: STATUS_RULES[ticket.status].onCustomerReply !== 'refused',
      moves:
        party === 'requester' && !(actor.kind === 'user' && decidesOn(actor, ticket))
          ? []
          : movesFor(ticket.status, party),
      own,
      /** How many facts there are, told or not: whoever has the page open sees by it whether there are new ones. */
      facts: history.length,
      expectation,
      mayRate:
        own &&
        mayBeRated(
          { resolvedAt: ticket.resolvedAt?.getTime() ?? null, closingReason: ticket.closingReason },
          now.getTime(),
        ),
    };
  },
});
