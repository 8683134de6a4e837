import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { mailById } from '@/db/kernel/mails';
import { outboxMails } from '@/db/kernel/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import type { MailTemplate, MailTemplates } from '@/domain/mail/templates';
import { LOCALES } from '@/domain/people/locale';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { systemCall } from '../kernel/call';
import { publishEnv, readEnv } from '../kernel/env';
import { outboxOf } from '../kernel/outbox';
import { renderMail } from './render';
import { sendMail } from './send';

const ABOUT_COMMENT = {
  article: 'Importer vos adhérents',
  path: '/fr/help/adherents/importer/comments#comment-1',
  ownPath: '/fr/help/adherents/importer/comments/write',
  stopPath: '/fr/comments/stop?token=abc',
  bodyHtml: '<p>Merci</p>',
  bodyText: 'Merci',
};

const ABOUT_CALL = {
  number: 1042,
  subject: 'L’import s’arrête',
  author: 'Camille',
  callId: '0b9c8f0e-0000-4000-8000-000000000000',
  agent: 'Théo',
  customer: 'Camille',
  phone: '06 12 34 56 78',
  at: '2026-11-24T13:30:00.000Z',
  minutes: 30,
  timeZone: 'Europe/Paris',
  place: 'desk',
} as const;

const SAMPLES: MailTemplates = {
  'people.welcome': { path: '/fr/set-password?token=abc', minutes: 1440 },
  'people.setPassword': { path: '/fr/set-password?token=abc', minutes: 1440 },
  'people.signIn': { path: '/fr/link?token=abc', minutes: 15 },
  'organisations.joinAsked': {
    organisation: 'Les Amis du Jardin',
    author: 'Lou Perrin',
    email: 'lou@jardin.example',
    path: '/account/organisation',
  },
  'organisations.joinDecided': { organisation: 'Les Amis du Jardin', approved: false, word: 'Écrivez à Camille.' },
  'tickets.received': {
    number: 1042,
    subject: 'L’import s’arrête',
    bodyHtml: '<p>À la ligne 847</p>',
    bodyText: 'À la ligne 847',
  },
  'tickets.confirm': { path: '/fr/requests/confirm?token=abc', hours: 72 },
  'tickets.urgent': {
    number: 1042,
    subject: 'Plus aucun paiement',
    since: 'Ce matin, 9 h',
    stopped: 'Les adhésions en ligne',
    phone: '04 72 00 00 00',
  },
  'tickets.replied': {
    number: 1042,
    subject: 'L’import s’arrête',
    author: 'Théo',
    bodyHtml: '<p>Bonjour</p>',
    bodyText: 'Bonjour',
  },
  'tickets.moved': {
    number: 1042,
    subject: 'L’import s’arrête',
    author: 'Théo',
    status: 'waiting_partner',
    partner: 'La banque',
    plannedRelease: null,
    closingReason: null,
  },
  'tickets.lowered': {
    number: 1042,
    subject: 'x',
    author: 'Théo',
    before: { fr: 'Critique', en: 'Critical' },
    level: { fr: 'Élevée', en: 'High' },
    reason: 'Une solution de rechange existe.',
  },
  'tickets.mentioned': { number: 1042, subject: 'x', author: 'Théo', bodyHtml: '<p>Vu ?</p>', bodyText: 'Déjà vu' },
  'tickets.recapDue': {
    number: 1042,
    subject: 'x',
    customer: 'Camille',
    at: '2026-11-24T18:30:00.000Z',
    timeZone: 'Europe/Paris',
  },
  'tickets.given': { author: 'Théo', requests: [1042, 1043].map((number) => ({ number, subject: 'x' })) },
  'tickets.callProposed': {
    number: 1042,
    subject: 'x',
    author: 'Théo',
    slots: ['2026-11-24T13:30:00Z', '2026-11-25T09:00:00Z'],
    minutes: 30,
    timeZone: 'Europe/Paris',
  },
  'tickets.callChosen': ABOUT_CALL,
  'tickets.callCancelled': { ...ABOUT_CALL, place: 'requests' },
  'tickets.callLeft': { ...ABOUT_CALL, left: 'Théo Lambert', alone: false },
  'tickets.reminder': { number: 1042, subject: 'x', turn: 2, closesAt: '2026-11-27T10:00:00Z' },
  'tickets.rated': { number: 1042, subject: 'x', author: 'Camille', rating: 'dissatisfied', comment: 'Trop long' },
  'tickets.woken': { number: 1042, subject: 'x' },
  'tickets.deadlineNear': {
    number: 1042,
    subject: 'x',
    clock: 'taken',
    due: '2026-11-23T10:00:00Z',
    timeZone: 'Europe/Paris',
  },
  'tickets.deadlineMissed': {
    number: 1042,
    subject: 'x',
    clock: 'resolution',
    due: '2026-11-23T10:00:00Z',
    timeZone: 'Europe/Paris',
  },
  'organisations.invited': { organisation: 'Les Amis', author: 'Camille', path: '/fr/invitation?token=x', days: 14 },
  'organisations.attached': { organisation: 'Les Amis' },
  'tickets.copied': { number: 1042, subject: 'x', author: 'Camille' },
  'tickets.merged': { number: 1042, subject: 'x', author: 'Théo', into: { number: 1050, subject: 'Reçus en double' } },
  'tickets.unmerged': { number: 1042, subject: 'x', author: 'Théo' },
  'tickets.split': { number: 1051, subject: 'x', author: 'Théo', from: 1042, bodyHtml: '<p>Oui</p>', bodyText: 'Oui' },
  'tickets.askedMore': { number: 1042, subject: 'x', author: 'Théo', bodyHtml: '<p>Où donc</p>', bodyText: 'Où donc' },
  'tickets.peerReplied': { number: 1042, subject: 'x', author: 'Camille', bodyHtml: '<p>Oui</p>', bodyText: 'Oui' },
  'tickets.customerReplied': { number: 1042, subject: 'x', author: 'Camille', bodyHtml: '<p>Oui</p>', bodyText: 'Oui' },
  'comments.approved': ABOUT_COMMENT,
  'comments.rejected': { ...ABOUT_COMMENT, reason: 'off-topic', words: 'Parlez-nous plutôt de l’import.' },
  'comments.answered': { ...ABOUT_COMMENT, author: 'Théo Lambert', staff: true },
  'articles.review': { articles: [{ title: 'Importer', path: '/fr/help/a/importer', reviewedOn: '2025-03-01' }] },
};
const TEMPLATES = Object.keys(SAMPLES) as MailTemplate[];

describe('the words of mails', () => {
  it.each(TEMPLATES.flatMap((template) => LOCALES.map((locale) => [template, locale] as const)))(
    '%s in %s',
    (template, locale) => {
      const { subject, html, text } = renderMail(template, locale, SAMPLES[template], 'Camille Roux');
      expect(subject.length).toBeGreaterThan(3);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(`${subject} ${html} ${text}`).not.toMatch(/mail\.|undefined|\[object/);
      expect(text).toContain('http://localhost:3000/');
      // French: never an ordinary space before a high sign, never a straight apostrophe in our words.
      if (locale === 'fr') expect(text).not.toMatch(/ [;:!?»]|\w'\w/);
    },
  );

  it.each(TEMPLATES)('have a name in the list of what was sent: %s', (template) => {
    const [family = '', name = ''] = template.split('.');
    for (const catalogue of [fr, en]) {
      const names: Record<string, Record<string, string>> = catalogue.admin.mail.templates;
      expect(names[family]?.[name]).toBeTruthy();
    }
  });

  it('tell days in the time zone of the house', () => {
    const reminder = { ...SAMPLES['tickets.reminder'], closesAt: '2026-11-27T02:00:00Z' };
    const textIn = (...zone: string[]) => renderMail('tickets.reminder', 'fr', reminder, 'Camille', ...zone).text;
    expect(textIn()).toContain('vendredi 27 novembre');
    expect(textIn('America/Toronto')).toContain('jeudi 26 novembre');
  });

  it('escape what people typed into names and subjects', () => {
    const data = { ...SAMPLES['tickets.replied'], author: '<b onclick=x>Ana</b> & "co"' };
    const { html } = renderMail('tickets.replied', 'fr', data, 'Camille');
    expect(html).toContain('&lt;b onclick=x&gt;Ana&lt;/b&gt; &amp; &quot;co&quot;');
  });
});

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
