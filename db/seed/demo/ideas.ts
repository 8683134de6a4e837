import { eq } from 'drizzle-orm';
import { frenchTypography } from '@/domain/articles/typography';
import type { Tx } from '../../client';
import { tieToIdea } from '../../ideas/birth';
import { makeIdea } from '../../ideas/factory';
import { themeByKey } from '../../roadmap/queries';
import { appendTicketEvent } from '../../tickets/queries';
import { recomputeTicket } from '../../tickets/recompute';
import { tickets } from '../../tickets/schema';
import type { DemoCast } from './cast';
import { DEMO_IDEAS, type DemoIdea } from './idea-words';
import { typeset } from './typeset';

const DAY_MS = 86_400_000;

/** Puts the request that an idea was born from behind it, when it was handed to the product team. */
const tieBirth = async (tx: Tx, ideaId: string, idea: number, subject: string): Promise<void> => {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(eq(tickets.subject, frenchTypography(subject)));
  if (!ticket) throw new Error(`no request of the demo has this subject: ${subject}`);
  const now = ticket.statusSince;
  const tie = { ticketId: ticket.id, ticketNumber: ticket.number, requesterId: ticket.requesterId };
  await tieToIdea(tx, ideaId, { ...tie, actorId: ticket.assigneeId, now });
  const data = { idea, step: 'born' as const };
  await appendTicketEvent(tx, ticket.id, { at: now.getTime(), actorId: ticket.assigneeId, kind: 'idea', data });
  await recomputeTicket(tx, ticket.id);
};

const seedIdea = async (tx: Tx, cast: DemoCast, given: DemoIdea, now: Date): Promise<void> => {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const set = (text = '') => (given.locale === 'en' ? text : frenchTypography(text));
  const steps = [];
  for (const { daysAgo, to, theme, reason } of given.steps ?? []) {
    steps.push({
      to,
      actorId: cast.people.ines,
      at: ago(daysAgo),
      ...(theme ? { themeId: (await themeByKey(tx, theme)).id } : {}),
      ...(reason ? { reason: typeset(reason) } : {}),
    });
  }
  const idea = await makeIdea(
    tx,
    {
      authorId: cast.people[given.by],
      organisationId: cast.organisationOf[given.by] ?? null,
      locale: given.locale ?? 'fr',
      createdAt: ago(given.daysAgo),
      title: set(given.title),
      need: set(given.need),
      why: set(given.why),
      situation: set(given.situation),
      rhythm: given.rhythm ?? null,
    },
    steps,
    (given.supporters ?? []).map((person) => cast.people[person]),
  );
  if (given.request) await tieBirth(tx, idea.id, idea.number, given.request);
};

/** Writes the demo's ideas with what became of them and who supports them. */
export const seedIdeas = async (tx: Tx, cast: DemoCast, now: Date): Promise<void> => {
  const oldestFirst = [...DEMO_IDEAS].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const idea of oldestFirst) await seedIdea(tx, cast, idea, now);
};
