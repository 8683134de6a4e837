import { describe, expect, it } from 'vitest';
import { frenchTypography } from '@/domain/articles/typography';
import { STATUS_RULES } from '@/domain/tickets/status';
import { articleVotes } from '../articles/schema';
import { database } from '../client';
import { comments } from '../comments/schema';
import { incidents } from '../incidents/schema';
import { themes } from '../roadmap/schema';
import { answerReadings, searchQueries } from '../search/log-schema';
import { policies } from '../sla/schema';
import { onOwnDatabase } from '../testing/own-database';
import { tickets } from '../tickets/schema';
import { tags, ticketTags } from '../tickets/tags-schema';
import { ticketIncidents, ticketThemes } from '../tickets/ties-schema';
import { seedDemo } from './demo';
import { DEMO_CONVERSATIONS } from './demo/conversations';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('the demo', () => {
  it('tells only moves that the status machine has', () => {
    for (const { subject, steps } of DEMO_CONVERSATIONS) {
      let status: keyof typeof STATUS_RULES = 'submitted';
      for (const [, , kind, to] of steps) {
        if (kind !== 'moves') continue;
        expect([subject, STATUS_RULES[status].moves.map((move) => move.to)]).toEqual([
          subject,
          expect.arrayContaining([to]),
        ]);
        status = to as keyof typeof STATUS_RULES;
      }
    }
  });

  it(
    'loads once into an empty installation, with everybody, some months of requests, incidents and a roadmap',
    onOwnDatabase(async () => {
      expect(await seedDemo(NOW)).toBe(true);
      expect(await seedDemo(NOW)).toBe(false);
      const rows = await database().select().from(tickets);
      expect(rows.length).toBe(DEMO_CONVERSATIONS.length);
      expect(rows.every((row) => row.createdAt <= NOW && row.lastActivityAt <= NOW)).toBe(true);
      expect(
        rows.filter((row) => row.locale === 'fr').every((row) => frenchTypography(row.subject) === row.subject),
      ).toBe(true);
      expect(await database().select().from(ticketIncidents)).toHaveLength(4);
      expect(await database().select().from(ticketThemes)).toHaveLength(4);
      // What the desk's filters and the administration show is there to be seen.
      expect(rows.filter((row) => row.byVisitor)).toHaveLength(1);
      expect((await database().select().from(tags)).length).toBeGreaterThan(5);
      const filed = new Set((await database().select().from(ticketTags)).map(({ ticketId }) => ticketId));
      expect(filed.size).toBeGreaterThan(5);
      const promised = await database().select().from(policies);
      expect(promised.map(({ isDefault }) => isDefault).sort()).toEqual([false, true]);
      const outages = await database().select().from(incidents);
      expect(outages.filter((incident) => incident.resolvedAt === null)).toHaveLength(1);
      expect((await database().select().from(themes)).length).toBeGreaterThan(5);
      const said = await database().select().from(comments);
      expect(said.filter((comment) => comment.status === 'waiting')).toHaveLength(4);
      expect(said.every((comment) => comment.createdAt <= NOW)).toBe(true);
      const votes = await database().select().from(articleVotes);
      expect(votes.length).toBeGreaterThan(400);
      expect(votes.every((vote) => vote.votedAt <= NOW)).toBe(true);
      const searches = await database().select().from(searchQueries);
      expect(searches.some((search) => search.results === 0)).toBe(true);
      expect(searches.every((search) => search.at <= NOW)).toBe(true);
      const read = new Set((await database().select().from(answerReadings)).map((reading) => reading.outcome));
      expect(read).toEqual(new Set(['open', 'asked', 'answered']));
    }),
  );
});
