import { frenchTypography } from '@/domain/articles/typography';
import { levelFor, severityOf } from '@/domain/sla/criticality';
import type { TicketEvent } from '@/domain/tickets/history';
import { isHandover } from '@/domain/tickets/moves';
import { isTicketStatus, type TicketStatus } from '@/domain/tickets/status';
import { Temporal } from '@/domain/time/temporal';
import type { Tx } from '../../client';
import { findOrCreateRequester } from '../../people/queries';
import { markTicketRead } from '../../tickets/customer-list';
import { addFacts, makeMessage, makeTicket } from '../../tickets/factory';
import { insertFollower } from '../../tickets/followers';
import { addTags } from '../../tickets/tags';
import { SHIPPED_LEVELS } from '../levels';
import type { DemoCast } from './cast';
import { DEMO_CONVERSATIONS } from './conversations';
import type { DemoConversation } from './story';

const HOUR = 3_600_000;

const openedAt = (conversation: DemoConversation, now: Date): Date => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Paris');
  const at = today
    .subtract({ days: conversation.daysAgo })
    .with({ hour: conversation.hour, minute: (conversation.daysAgo * 7) % 60, second: 0, millisecond: 0 });
  return new Date(Math.min(at.epochMilliseconds, now.getTime() - HOUR));
};

const seedConversation = async (tx: Tx, cast: DemoCast, conversation: DemoConversation, now: Date): Promise<void> => {
  const { by, locale = 'fr' } = conversation;
  const at = openedAt(conversation, now);
  const requester =
    typeof by === 'string' ? cast.people[by] : (await findOrCreateRequester(tx, { ...by, locale, now: at })).id;
  const set = (text: string) => (conversation.locale === 'en' ? text : frenchTypography(text));
  const ticket = await makeTicket(tx, {
    requesterId: requester,
    organisationId: typeof by === 'string' ? (cast.organisationOf[by] ?? null) : null,
    typeKey: conversation.type,
    subject: set(conversation.subject),
    body: set(conversation.body),
    locale,
    byVisitor: typeof by !== 'string',
    pageUrl: conversation.pageUrl ?? null,
    createdAt: at,
  });
  const routed = { at: at.getTime(), actorId: null, kind: 'routed' as const };
  const facts: TicketEvent[] = [{ ...routed, data: { teamId: cast.teams[conversation.team] } }];
  if (conversation.answers) {
    const level = levelFor(SHIPPED_LEVELS, severityOf(conversation.answers));
    const graded = { at: at.getTime(), actorId: requester, kind: 'graded' as const };
    if (level) facts.push({ ...graded, data: { level: level.key, answers: conversation.answers } });
  }
  let clock = at.getTime();
  let status: TicketStatus = 'submitted';
  for (const [hours, who, kind, detail, said] of conversation.steps) {
    clock = Math.min(clock + hours * HOUR, now.getTime() - 60_000);
    const actorId = cast.people[who];
    const fact = { at: clock, actorId };
    // Whoever works on it has looked at it.
    if (cast.staff.has(who)) await markTicketRead(tx, actorId, ticket.id, new Date(clock));
    if (kind === 'takes') {
      facts.push({ ...fact, kind: 'assigned', data: { assigneeId: actorId } });
      const added = await addTags(tx, ticket.id, conversation.tags ?? []);
      if (added.length > 0) facts.push({ ...fact, kind: 'tagged', data: { added, dropped: [] } });
    } else if (kind === 'reproduces') facts.push({ ...fact, kind: 'marked', data: { mark: 'reproducible', on: true } });
    else if (kind === 'moves') {
      if (!isTicketStatus(detail)) throw new RangeError(`the demo names a status that is none: ${detail}`);
      const by = cast.staff.has(who) ? 'agent' : 'requester';
      const { tried, asked, ...data } = said ?? {};
      facts.push({ ...fact, kind: 'moved', data: { from: status, to: detail, by, ...data } });
      if (isHandover(detail) && tried && asked) {
        const handover = { to: detail, tried: set(tried), asked: set(asked) };
        const body = `${handover.tried}\n\n${handover.asked}`;
        const note = { authorId: actorId, at: new Date(clock), body, visibility: 'internal' as const };
        facts.push({ ...fact, kind: 'noted', data: { messageId: await makeMessage(tx, ticket, note), handover } });
      }
      status = detail;
    } else {
      const visibility = kind === 'notes' ? 'internal' : 'public';
      const messageId = await makeMessage(tx, ticket, {
        authorId: actorId,
        at: new Date(clock),
        body: set(detail),
        visibility,
      });
      if (kind === 'notes') facts.push({ ...fact, kind: 'noted', data: { messageId } });
      else {
        const side = cast.staff.has(who) ? 'agent' : 'requester';
        facts.push({ ...fact, kind: 'replied', data: { messageId, side } });
      }
    }
  }
  await addFacts(tx, ticket, facts);
  for (const person of conversation.copies ?? []) {
    const userId = cast.people[person];
    await insertFollower(tx, { ticketId: ticket.id, userId, addedBy: requester, createdAt: at });
  }
  // What is over has been read.
  if (conversation.daysAgo > 7) await markTicketRead(tx, requester, ticket.id, now);
};

/** Writes the demo's requests, oldest first so that numbers follow time. */
export const seedTickets = async (tx: Tx, cast: DemoCast, now: Date): Promise<void> => {
  const oldestFirst = [...DEMO_CONVERSATIONS].sort((a, b) => b.daysAgo - a.daysAgo || a.hour - b.hour);
  for (const conversation of oldestFirst) await seedConversation(tx, cast, conversation, now);
};
