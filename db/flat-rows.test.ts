import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { makeUser } from './people/factory';
import { users } from './people/schema';
import { rolledBack } from './testing/rolled-back';
import { makeTicket } from './tickets/factory';
import { tickets } from './tickets/schema';

describe('rows of a selection', () => {
  it(
    'are read as drizzle reads those that are grouped',
    rolledBack(async (tx) => {
      const requester = await makeUser(tx);
      await makeTicket(tx, { requesterId: requester.id });
      const dueAt = new Date('2026-11-23T05:00:00.250Z');
      const second = await makeTicket(tx, { requesterId: requester.id });
      await tx.update(tickets).set({ dueAt }).where(eq(tickets.id, second.id));
      const page = tx
        .select({ id: tickets.id, latest: sql`${tickets.createdAt}`.mapWith(tickets.createdAt).as('latest') })
        .from(tickets)
        .as('page');
      const fields = {
        number: tickets.number,
        createdAt: tickets.createdAt,
        dueAt: tickets.dueAt,
        urgency: tickets.urgency,
        latest: page.latest,
        text: sql<string>`upper('é')`,
        count: sql<number>`(select count(*) from ${users} where ${users.id} = ${tickets.requesterId})`.mapWith(Number),
        total: sql<number>`2::bigint`.mapWith(Number).as('total'),
        tags: sql<string[]>`array['a', 'b']`,
      };
      const of = eq(tickets.requesterId, requester.id);
      const join = eq(page.id, tickets.id);
      const flat = await tx.select(fields).from(tickets).innerJoin(page, join).where(of).orderBy(tickets.number);
      const grouped = await tx
        .select({ row: fields })
        .from(tickets)
        .innerJoin(page, join)
        .where(of)
        .orderBy(tickets.number);
      expect(flat).toEqual(grouped.map(({ row }) => row));
      expect(flat.map((row) => row.dueAt)).toEqual([null, dueAt]);
      expect(flat[0]).toMatchObject({ createdAt: expect.any(Date), count: 1, total: 2, tags: ['a', 'b'] });
    }),
  );

  it(
    'of a joined table that has nothing for them are none',
    rolledBack(async (tx) => {
      const requester = await makeUser(tx);
      await makeTicket(tx, { requesterId: requester.id });
      const [row] = await tx
        .select({ ticket: { by: tickets.requesterId }, assignee: { id: users.id } })
        .from(tickets)
        .leftJoin(users, eq(users.id, tickets.assigneeId))
        .where(eq(tickets.requesterId, requester.id));
      expect(row).toEqual({ ticket: { by: requester.id }, assignee: null });
    }),
  );
});
