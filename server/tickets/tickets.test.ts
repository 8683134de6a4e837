import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/kernel/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { callBy as call } from '../testing/call';
import { assign } from './assign';
import { attach } from './attach';
import { move } from './move';
import { note } from './note';
import { open } from './open';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';
import { cast, form, mailsOf, VISITOR } from './testing';

describe('opening a request', () => {
  it(
    'writes the request, its message, its mail, its job and its audit row together',
    rolledBack(async (tx) => {
      const { camille, garden } = await cast(tx);
      const asked = call(camille);
      const { number } = await open(asked, form);
      const ticket = await show(asked, { number });
      expect(ticket).toMatchObject({
        status: 'submitted',
        own: true,
        organisation: { id: garden },
        acceptsReplies: true,
      });
      expect(ticket.messages.map((message) => message.bodyHtml)).toEqual(['<p>À la ligne 847, depuis ce matin.</p>']);
      expect((await mailsOf(tx, number)).map((mail) => [mail.template, mail.recipient])).toEqual([
        ['tickets.received', camille.email],
      ]);
      const audited = await tx.select().from(auditEntries).where(eq(auditEntries.requestId, asked.requestId));
      expect(audited).toMatchObject([{ action: 'tickets.open', actorId: camille.id, targetType: 'ticket' }]);
      const jobs = await tx.execute(
        sql`select task_identifier from graphile_worker.jobs where task_identifier = 'mail.send'`,
      );
      expect(jobs.length).toBeGreaterThan(0);
    }),
  );

  it(
    'takes a repeated post once',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      const idempotencyKey = randomUUID();
      const first = await open(call(camille), { ...form, idempotencyKey });
      const second = await open(call(camille), { ...form, idempotencyKey });
      expect(second.number).toBe(first.number);
      expect(await mailsOf(tx, first.number)).toHaveLength(1);
    }),
  );

  it(
    'takes other words under the key of an earlier post for another request: who goes back and writes anew loses nothing',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      const idempotencyKey = randomUUID();
      const first = await open(call(camille), { ...form, idempotencyKey });
      const subject = await open(call(camille), { ...form, subject: 'Une autre question', idempotencyKey });
      const words = await open(call(camille), { ...form, description: 'Tout autre chose encore.', idempotencyKey });
      expect(new Set([first.number, subject.number, words.number]).size).toBe(3);
      expect(await mailsOf(tx, words.number)).toHaveLength(1);
    }),
  );

  it(
    'names each field at fault, and is nothing for visitors',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      await expect(
        open(call(camille), { typeKey: '', subject: 'x', description: '', pageUrl: 'javascript:alert(1)' }),
      ).rejects.toMatchObject({
        code: 'invalid',
        fields: {
          typeKey: { key: 'errors.choice' },
          subject: { key: 'errors.tooSmall.string', data: { minimum: 5 } },
          description: { key: expect.stringMatching(/^errors\./) },
          pageUrl: { key: expect.stringMatching(/^errors\./) },
        },
      });
      // What any request must say and what its own form asks for are told together: nobody corrects a form twice.
      await expect(open(call(camille), { ...form, subject: 'x', answers: { link: 'exemple' } })).rejects.toMatchObject({
        fields: { subject: { key: 'errors.tooSmall.string' }, 'answers.link': { key: 'errors.httpsLink' } },
      });
      await expect(open(call(camille), { ...form, typeKey: 'made-up' })).rejects.toMatchObject({
        fields: { typeKey: { key: 'errors.choice' } },
      });
      await expect(open(call(VISITOR), form)).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});

describe('the conversation', () => {
  it(
    'an agent answers, the customer is told; the customer resolves, answers again and so reopens',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(call(camille), form);
      await assign(call(theo), { number, assigneeId: theo.id });
      await move(call(theo), { number, from: 'submitted', to: 'waiting_customer' });
      await reply(call(theo), { number, body: 'Quel est le message exact ?' });
      await reply(call(camille), { number, body: '« Date illisible ».' });
      expect(await show(call(camille), { number })).toMatchObject({
        status: 'in_review',
        assignee: { name: 'Théo Lambert' },
      });
      await resolve(call(camille), { number });
      expect((await show(call(camille), { number })).resolvedAt).toBeInstanceOf(Date);
      await reply(call(camille), { number, body: 'Le problème est revenu.' });
      expect(await show(call(camille), { number })).toMatchObject({ status: 'in_review', resolvedAt: null });
      expect((await mailsOf(tx, number)).map((mail) => [mail.template, mail.recipient])).toEqual([
        ['tickets.received', camille.email],
        ['tickets.moved', camille.email],
        ['tickets.replied', camille.email],
        ['tickets.customerReplied', theo.email],
        ['tickets.customerReplied', theo.email],
      ]);
    }),
  );

  it(
    'a closed request takes no answer, an agent who saw another status changes nothing',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(call(camille), form);
      await move(call(theo), { number, from: 'submitted', to: 'closed', reason: 'solved' });
      await expect(reply(call(camille), { number, body: 'Encore moi' })).rejects.toMatchObject({
        code: 'conflict',
        messageKey: 'errors.ticketClosed',
      });
      await expect(resolve(call(camille), { number })).rejects.toMatchObject({ code: 'conflict' });
      await expect(move(call(theo), { number, from: 'submitted', to: 'in_review' })).rejects.toMatchObject({
        messageKey: 'errors.ticketMovedMeanwhile',
      });
    }),
  );

  it(
    'notes are for staff: unseen by the customer, moving the last activity, sending nothing',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const ticket = await makeTicket(tx, { requesterId: camille.id, createdAt: new Date('2026-11-02T09:00:00Z') });
      const { number } = ticket;
      const noted = call(theo, new Date('2026-11-03T09:00:00Z'));
      await note(noted, { number, body: 'Régression de la 2026.46 ?' });
      const seen = await show(call(camille), { number });
      expect(seen.messages).toHaveLength(1);
      expect(seen.events.map((event) => event.kind)).toEqual(['opened']);
      expect(seen.lastActivityAt).toEqual(noted.now);
      expect((await show(call(theo), { number })).messages.map((message) => message.visibility)).toEqual([
        'public',
        'internal',
      ]);
      expect(await mailsOf(tx, number)).toEqual([]);
    }),
  );

  it(
    'never stores markup that could act',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      const { number } = await open(call(camille), {
        ...form,
        description: '<img src=x onerror=alert(1)> https://example.test/a?b=1.',
      });
      const [message] = (await show(call(camille), { number })).messages;
      expect(message?.bodyHtml).toBe(
        '<p>&lt;img src=x onerror=alert(1)&gt; <a href="https://example.test/a?b=1" rel="nofollow noopener noreferrer" target="_blank">https://example.test/a?b=1</a>.</p>',
      );
    }),
  );
});

describe('files of a message', () => {
  it(
    'stand in the order in which they were chosen, whichever arrived first',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      const sent = [];
      for (const name of ['b.png', 'c.png', 'a.png']) {
        const facts = { name, mediaType: 'image/png', bytes: 10, width: 1, height: 1, storageKey: `ab/${name}` };
        sent.push(await attach(call(camille), facts));
      }
      const [second, third, first] = sent.map(({ id, claim }) => ({ id, claim }));
      if (!first || !second || !third) throw new Error('a file is missing');
      const { number } = await open(call(camille), { ...form, files: [first, second, third] });
      const [message] = (await show(call(camille), { number })).messages;
      expect(message?.files.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'c.png']);
    }),
  );
});
