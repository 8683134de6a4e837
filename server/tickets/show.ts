import { z } from 'zod';
import { formOf, typeNames } from '@/db/forms/queries';
import { ideaOfTicket } from '@/db/ideas/requests';
import { namesOf } from '@/db/people/queries';
import { clockRules } from '@/db/sla/queries';
import { listTeams } from '@/db/teams/queries';
import { linksOf, visibleNumbers } from '@/db/tickets/links';
import { ticketConversation, ticketParties } from '@/db/tickets/queries';
import { ticketHistory } from '@/db/tickets/recompute';
import { silenceRules } from '@/db/tickets/silence';
import { tagsOf } from '@/db/tickets/tags';
import { tiesOf } from '@/db/tickets/ties';
import { valuesOf } from '@/db/tickets/values';
import { decidesOn } from '@/domain/access/copies';
import { unsaid } from '@/domain/forms/resolving';
import { toldValue } from '@/domain/forms/values';
import { expectationOf } from '@/domain/sla/expectation';
import { openQuestion } from '@/domain/tickets/asking';
import { describedIn } from '@/domain/tickets/completeness';
import { isPublicFact, type TicketEvent, undoneIn } from '@/domain/tickets/history';
import { MESSAGE_VISIBILITIES } from '@/domain/tickets/messages';
import { closesInSilence } from '@/domain/tickets/silence';
import { movesFor, STATUS_RULES } from '@/domain/tickets/status';
import { query } from '../kernel/action';
import { originShown } from './article';
import { correctableFields, toldChanges } from './correctable';
import { deadlinesOf } from './deadlines';
import { missingOf, partsOf } from './missing-parts';
import { actorId, partyOf } from './progress';
import { givenRating, isRateable } from './rating';
import { seenTicket } from './seen';
import { toldOfTies } from './told-of-ties';

type Told = TicketEvent & { undone: boolean };

/** Whom each message told, by the message's id: notes, and recaps of calls. */
const toldBy = (history: readonly TicketEvent[]): Map<string, readonly string[]> =>
  new Map(
    history.flatMap((event) => {
      if (event.kind !== 'noted' && event.kind !== 'call') return [];
      const { messageId, mentions } = event.data;
      return messageId && mentions ? [[messageId, mentions] as const] : [];
    }),
  );

/** The number of the other request that a fact names. */
const otherIn = (event: TicketEvent): number | null => {
  if (event.kind === 'moved') return event.data.duplicateOf ?? null;
  return 'other' in event.data ? event.data.other : null;
};

/** The number of another request is nobody's business who may not see that request: a move loses it, and what only tells of it is left out. */
const withoutForeign = (event: Told, seen: ReadonlySet<number>): Told[] => {
  const other = otherIn(event);
  if (other === null || seen.has(other)) return [event];
  if (event.kind !== 'moved') return [];
  const { duplicateOf: _, ...data } = event.data;
  return [{ ...event, data }];
};

/**
 * A fact without what is for the desk alone: whom a merge put in copy and the step it is taken back by, and whom of the
 * desk a recap told.
 */
const withoutWorkings = (event: Told): Told => {
  if (event.kind === 'merged') return { ...event, data: { ...event.data, copied: [], step: '' } };
  if (event.kind !== 'call') return event;
  const { mentions: _, ...data } = event.data;
  return { ...event, data };
};

/** Which messages began a request of their own, which this reader may see, by the messages' ids. */
const splitInto = (events: readonly Told[]): Record<string, number> =>
  Object.fromEntries(
    events.flatMap((event) =>
      event.kind === 'split' && event.data.way === 'into' && !event.undone
        ? [[event.data.messageId, event.data.other]]
        : [],
    ),
  );

/** Messages that are recaps of calls. */
const recapsIn = (history: readonly TicketEvent[]): ReadonlySet<string> =>
  new Set(history.flatMap((event) => (event.kind === 'call' && event.data.messageId ? [event.data.messageId] : [])));

type NotedData = Extract<TicketEvent, { kind: 'noted' }>['data'];

/** What is known of each note besides its words, by the note's id. */
const notesIn = (history: readonly TicketEvent[]): Map<string, NotedData> =>
  new Map(history.flatMap((event) => (event.kind === 'noted' ? [[event.data.messageId, event.data]] : [])));

/** Whom a change of who has the request names. */
const peopleIn = ({ assigneeId, left }: Extract<TicketEvent, { kind: 'assigned' }>['data']): string[] =>
  [assigneeId, left?.personId].flatMap((id) => id ?? []);

type Parties = Awaited<ReturnType<typeof ticketParties>>;
type Messages = Awaited<ReturnType<typeof ticketConversation>>;

/** Who took part is named already where they wrote. */
const namesKnown = ({ requester, assignee }: Parties, messages: Messages): Map<string, string> => {
  const people = [requester, ...(assignee ? [assignee] : [])].map(({ id, name }) => [id, name] as const);
  const authors = messages.flatMap(({ authorId, authorName }) =>
    authorId && authorName ? [[authorId, authorName] as const] : [],
  );
  return new Map([...people, ...authors]);
};

/** One request with its conversation, people and history, as far as the actor's side may read it. */
export const show = query({
  permission: 'tickets.show',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ call, db, actor, input, now }) {
    const ticket = await seenTicket({ call, db, actor }, input.number);
    const party = partyOf(actor);
    const internal = party !== 'requester';
    const [parties, messages, history, values, { type, fields }, links, filed, ties, idea] = await Promise.all([
      ticketParties(db, ticket.id),
      ticketConversation(db, ticket.id, { visibilities: internal ? MESSAGE_VISIBILITIES : ['public'], now }),
      ticketHistory(db, ticket.id),
      valuesOf(db, ticket.id),
      formOf(db, ticket.typeKey),
      linksOf(db, actor, ticket.id),
      tagsOf(db, internal ? [ticket.id] : []),
      tiesOf(db, ticket.id),
      ideaOfTicket(db, actor, ticket.id),
    ]);
    const [seen, told] = await Promise.all([
      visibleNumbers(
        db,
        actor,
        history.flatMap((event) => otherIn(event) ?? []),
      ),
      toldOfTies(db, history),
    ]);
    const undone = undoneIn(history);
    const events = history
      .map((event, place) => ({ ...event, undone: undone.has(place) }))
      // What was taken back the customer's side has never heard of.
      .filter((event) => internal || isPublicFact(event))
      // What the requester thinks of us is between them and the desk: colleagues and people in copy do not read it.
      .filter((event) => event.kind !== 'rated' || internal || event.actorId === actorId(actor))
      .flatMap((event) => withoutForeign(event, seen))
      .map((event) => (internal ? event : withoutWorkings(event)));
    const tags = filed.get(ticket.id) ?? [];
    const answers = values.filter(({ typeKey }) => typeKey === ticket.typeKey);
    const { clock, onCustomerReply, onSilence } = STATUS_RULES[ticket.status];
    // Our side reads it to ask for it, theirs while it keeps the deadlines from running: of what is resolved nothing is asked any more.
    const missing =
      internal || (!ticket.complete && clock !== 'stopped')
        ? missingOf({ type, fields }, ticket, {
            answered: answers.map(({ key }) => key),
            opening: `${messages[0]?.bodyHtml ?? ''} ${describedIn(history)}`,
          })
        : [];
    const closes = onSilence && closesInSilence(history, await silenceRules(db));
    const accepts = onCustomerReply !== 'refused';
    // Whoever may decide about it fills in what is missing where its form asks for it.
    const fillsIn = !internal && accepts && missing.length > 0 && actor.kind === 'user' && decidesOn(actor, ticket);
    const { deadlines, levels, needsReproduction } = await deadlinesOf(db, ticket, history, now);
    // Teams are few; only staff read how a request went through them.
    const teams = internal ? await listTeams(db) : [];
    const types = events.some(({ kind }) => kind === 'refiled') ? await typeNames(db) : [];
    const recaps = recapsIn(history);
    const notes = internal ? notesIn(history) : new Map<string, NotedData>();
    const mentioned = internal ? toldBy(history) : new Map<string, readonly string[]>();
    const known = namesKnown(parties, messages);
    const named = [
      ...[...mentioned.values()].flat(),
      ...events.flatMap((event) => (event.actorId ? [event.actorId] : [])),
      ...events.flatMap((event) => (event.kind === 'assigned' ? peopleIn(event.data) : [])),
    ];
    const others = await namesOf(
      db,
      named.filter((id) => !known.has(id)),
    );
    const names = new Map(
      named.flatMap((id) => {
        const name = known.get(id) ?? others.get(id);
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
    const { idempotencyKey: _, ...facts } = ticket;
    const own = actor.kind === 'user' && actor.id === ticket.requesterId;
    // Whoever has just sent it is told what to expect of it.
    const expectation =
      own && ticket.complete
        ? expectationOf(await clockRules(db, ticket.typeKey, ticket.criticality), ticket.createdAt.getTime())
        : null;
    return {
      ...facts,
      /** For how long the desk has put it out of the way is for the desk. */
      snoozedUntil: internal ? ticket.snoozedUntil : null,
      rating: internal || own ? ticket.rating : null,
      ratedAt: internal || own ? ticket.ratedAt : null,
      given: own ? givenRating(ticket, history) : null,
      ...parties,
      article: originShown(actor, ticket),
      duplicateOf: ticket.duplicateOf !== null && seen.has(ticket.duplicateOf) ? ticket.duplicateOf : null,
      links,
      /** What it is tied to, and what its history says of that. */
      ties: { ...ties, ...told },
      /** The idea it stands behind; without a title for who may not see that one. */
      idea,
      splitInto: splitInto(events),
      deadlines,
      needsReproduction,
      level: levels.find((level) => level.key === ticket.criticality) ?? null,
      levelNames: Object.fromEntries(levels.map((level) => [level.key, level.name])),
      typeNames: Object.fromEntries(types.map((one) => [one.key, one.name])),
      teamNames: Object.fromEntries(teams.map((team) => [team.id, team.name])),
      tags,
      missing,
      question: openQuestion(history),
      verdict: internal ? ticket.verdict : null,
      /** What the type of request still asks for before the desk may resolve it. */
      unsaid: internal ? unsaid(type.resolveNeeds, { ...ticket, tags: tags.length }) : [],
      messages: messages.map((message) => ({
        ...message,
        mentions: (mentioned.get(message.id) ?? []).flatMap((id) => names.get(id) ?? []),
        recap: recaps.has(message.id),
        handover: notes.get(message.id)?.handover ?? null,
      })),
      values: values.map(({ key, label, value, ...field }) => ({ key, label, told: toldValue(field, value) })),
      /** The form as the desk fills it in. */
      form: internal
        ? correctableFields(
            fields,
            answers,
            messages.flatMap(({ files }) => files),
          )
        : [],
      /** What is missing as the customer's side fills it in, and how many parts there are in all; `null` where there is nothing to fill in. */
      toComplete: fillsIn
        ? {
            of: partsOf(type, fields),
            fields: correctableFields(
              fields.filter(({ key }) => missing.some((part) => part.kind === 'field' && part.key === key)),
              [],
              [],
            ),
          }
        : null,
      events: events.map((event) => ({
        ...event,
        changes: toldChanges(event, fields, values),
        actorName: event.actorId ? (names.get(event.actorId) ?? null) : null,
      })),
      names: Object.fromEntries(names),
      customerState: STATUS_RULES[ticket.status].customerState,
      acceptsReplies: accepts,
      moves:
        party === 'requester' && !(actor.kind === 'user' && decidesOn(actor, ticket))
          ? []
          : movesFor(ticket.status, party),
      own,
      /** When it is closed if nobody writes; nothing where that is late already, and will be announced anew. */
      closesAt: closes && closes > now.getTime() ? new Date(closes) : null,
      /** How many facts there are, told or not: whoever has the page open sees by it whether there are new ones. */
      facts: history.length,
      expectation,
      mayRate: own && isRateable(ticket, now.getTime()),
    };
  },
});
