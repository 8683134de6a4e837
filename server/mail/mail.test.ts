import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { mailById } from '@/db/kernel/mails';
import { outboxMails } from '@/db/kernel/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import type { MailTemplate } from '@/domain/mail/templates';
import { systemCall } from '../kernel/call';
import { publishEnv, readEnv } from '../kernel/env';
import { outboxOf } from '../kernel/outbox';
import { sendMail } from './send';
import { SAMPLES } from './testing';

const arrived: ParsedMail[] = [];

let refuseWith: string | null = null;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, callback) {
    simpleParser(stream).then((mail) => {
      if (refuseWith) return callback(new Error(refuseWith));
      arrived.push(mail);
      callback();
    }, callback);
  },
});

const useSmtp = (url: string | undefined): void =>
  publishEnv(readEnv({ ...process.env, SMTP_URL: url, MAIL_FROM: 'Aide Ribambelle <aide@ribambelle.example>' }));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (!address || typeof address === 'string') throw new Error('the mail server has no port');
  useSmtp(`smtp://127.0.0.1:${address.port}`);
});
afterAll(async () => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => {
  arrived.length = 0;
  refuseWith = null;
});

const queued = async <Template extends MailTemplate>(tx: Tx, template: Template, thread?: string, at = new Date()) => {
  const to = { email: `${randomUUID()}@example.test`, name: 'Noor Benali', locale: 'fr' as const };
  await outboxOf(tx, at).mail({ template, to, data: SAMPLES[template], ...(thread ? { thread } : {}) });
  const [row] = await tx.select().from(outboxMails).where(eq(outboxMails.recipient, to.email));
  if (!row) throw new Error('the mail is not in the outbox');
  return row;
};

const send = (mailId: string, lastAttempt = false) => sendMail(systemCall('worker'), { mailId, lastAttempt });

describe('the outbox, through a real mail server', () => {
  it(
    'sends a mail once, with its accents, its two bodies and the marks of automatic mail',
    rolledBack(async (tx) => {
      const { id } = await queued(tx, 'tickets.received', 'ticket:1042');
      await send(id);
      await send(id);
      expect(arrived).toHaveLength(1);
      const [mail] = arrived;
      expect(mail?.subject).toBe('[#1042] L’import s’arrête');
      expect(mail?.from?.text).toBe('"Aide Ribambelle" <aide@ribambelle.example>');
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail?.headers.get('x-auto-response-suppress')).toBe('All');
      expect(mail?.text).toContain('> À la ligne 847');
      expect(mail?.html).toContain('<p>À la ligne 847</p>');
      expect(mail?.messageId).toBe(`<${id}@ribambelle.example>`);
      expect(await mailById(tx, id)).toMatchObject({ state: 'sent', attempts: 1, lastError: null });
    }),
  );

  it(
    'threads a conversation under its first mail',
    rolledBack(async (tx) => {
      const thread = `ticket:${randomUUID()}`;
      const first = await queued(tx, 'tickets.received', thread, new Date('2026-11-01T08:00:00Z'));
      const second = await queued(tx, 'tickets.replied', thread, new Date('2026-11-01T09:00:00Z'));
      const third = await queued(tx, 'tickets.moved', thread, new Date('2026-11-01T10:00:00Z'));
      for (const { id } of [first, second, third]) await send(id);
      const root = `<${first.id}@ribambelle.example>`;
      expect(arrived.map((mail) => [mail.inReplyTo, mail.references])).toEqual([
        [undefined, undefined],
        [root, root],
        [root, root],
      ]);
    }),
  );

  it(
    'keeps what the server said, and stands as failed after the last attempt',
    rolledBack(async (tx) => {
      refuseWith = '552 boîte pleine';
      const { id } = await queued(tx, 'tickets.replied');
      expect((await send(id)).problem).toContain('552');
      expect(await mailById(tx, id)).toMatchObject({
        state: 'queued',
        attempts: 1,
        lastError: expect.stringContaining('552'),
      });
      await send(id, true);
      expect(await mailById(tx, id)).toMatchObject({ state: 'failed', attempts: 2 });
      refuseWith = null;
      await send(id);
      expect(await mailById(tx, id)).toMatchObject({ state: 'sent', lastError: null });
    }),
  );

  it(
    'is sent by nobody but Guichet itself',
    rolledBack(async (tx) => {
      const { id } = await queued(tx, 'people.signIn');
      const visitor = { ...systemCall('x'), actor: { kind: 'visitor' as const } };
      await expect(sendMail(visitor, { mailId: id, lastAttempt: false })).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );

  it('hands a row to one worker at a time', async () => {
    const mail = await database().transaction(async (tx) => {
      const row = await queued(tx, 'tickets.replied');
      // Without its job, so that a worker of another test does not take it.
      await tx.execute(sql`delete from graphile_worker._private_jobs where payload->>'mailId' = ${row.id}`);
      return row;
    });
    await Promise.all([send(mail.id), send(mail.id), send(mail.id)]);
    expect(arrived).toHaveLength(1);
    await database().execute(sql`delete from outbox_mails where id = ${mail.id}`);
  });

  it(
    'keeps mails where there is no mail server',
    rolledBack(async (tx) => {
      const { smtpUrl } = readEnv(process.env).mail;
      useSmtp(undefined);
      const { id } = await queued(tx, 'people.welcome');
      await send(id);
      expect(await mailById(tx, id)).toMatchObject({ state: 'kept' });
      expect(smtpUrl).toBeUndefined();
    }),
  );
});
