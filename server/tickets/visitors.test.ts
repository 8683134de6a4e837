import { randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { forgetOldRows } from '@/db/kernel/clean';
import { outboxMails } from '@/db/kernel/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { users } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { attachments, tickets } from '@/db/tickets/schema';
import { unconfirmedRequests } from '@/db/tickets/unconfirmed-schema';
import type { Actor } from '@/domain/access/actor';
import { add } from '../blocking/add';
import { list } from '../blocking/list';
import { remove } from '../blocking/remove';
import { callBy as call } from '../testing/call';
import { ask } from './ask';
import { attach } from './attach';
import { confirm } from './confirm';
import { open } from './open';
import { queue } from './queue';
import { show } from './show';
import { unconfirmed } from './unconfirmed';

const VISITOR: Actor = { kind: 'visitor' };
const HOUR = 3_600_000;
const form = {
  typeKey: 'problem',
  subject: 'Un reçu fiscal manque',
  description: 'Celui du don de mars, depuis hier.',
  visitorName: 'Ada Keller',
  visitorEmail: 'ada@example.test',
  answers: { error: 'Reçu introuvable' },
};

const staff = async (tx: Tx) => ({
  maud: actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' })),
  theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
});
const total = async (tx: Tx, table: typeof tickets | typeof users | typeof unconfirmedRequests | typeof outboxMails) =>
  (await tx.select({ rows: count() }).from(table))[0]?.rows;

/** The token of the newest link that was mailed to an address. */
const mailedToken = async (tx: Tx, email: string): Promise<string> => {
  const mails = await tx.select().from(outboxMails).where(eq(outboxMails.recipient, email));
  const data = mails.find(({ template }) => template === 'tickets.confirm')?.data;
  const { path } = (data ?? { path: '/' }) as { path: string };
  return new URL(path, 'http://guichet.test').searchParams.get('token') ?? '';
};

describe('what a visitor sends', () => {
  it(
    'is found at the desk as sent by an address alone, also where whoever confirmed it was signed in',
    rolledBack(async (tx) => {
      const { theo } = await staff(tx);
      const [word, camille] = ['Quetzalcoatlus', actorOf(await makeUser(tx, { name: 'Camille Roux' }))];
      const sent = async (actor: Actor, visitorEmail: string) => {
        await ask(call(VISITOR), { ...form, visitorName: word, visitorEmail });
        return (await confirm(call(actor), { token: await mailedToken(tx, visitorEmail) })).number;
      };
      const byAddress = [await sent(VISITOR, 'ada@example.test'), await sent(camille, 'lou@example.test')];
      const { visitorName: _, visitorEmail: __, ...signedIn } = form;
      const { number: own } = await open(call(camille), signedIn);
      const found = async (address: Record<string, string>) => {
        const { tickets: rows } = await queue(call(theo), { address: { sort: 'created', ...address } });
        const all = [...byAddress, own];
        return rows.map(({ number }) => number).filter((number) => all.includes(number));
      };
      expect((await found({ by: 'visitor' })).sort()).toEqual(byAddress);
      expect(await found({ by: 'account' })).toEqual([own]);
    }),
  );

  it(
    'goes to nobody by our mails before the address has confirmed it',
    rolledBack(async (tx) => {
      const typed = {
        subject: 'Gagnez un téléphone',
        description: 'Cliquez sur https://arnaque.example',
        visitorName: 'Promo',
      };
      await ask(call(VISITOR), { ...form, ...typed, visitorEmail: 'victim@elsewhere.test' });
      const [mail] = await tx.select().from(outboxMails).where(eq(outboxMails.recipient, 'victim@elsewhere.test'));
      for (const words of ['téléphone', 'arnaque', 'Promo']) expect(JSON.stringify(mail)).not.toContain(words);
    }),
  );

  it(
    'waits for its address to be confirmed: until then there is neither a request nor an account',
    rolledBack(async (tx) => {
      const { theo } = await staff(tx);
      const before = [await total(tx, tickets), await total(tx, users)];
      const key = randomUUID();
      await ask(call(VISITOR), { ...form, idempotencyKey: key });
      await ask(call(VISITOR), { ...form, idempotencyKey: key });
      expect([await total(tx, tickets), await total(tx, users)]).toEqual(before);
      expect(await total(tx, unconfirmedRequests)).toBe(1);
      const token = await mailedToken(tx, 'ada@example.test');
      expect(await unconfirmed(call(VISITOR), { token })).toMatchObject({ subject: form.subject, number: null });

      const { number } = await confirm(call(VISITOR), { token });
      expect(await confirm(call(VISITOR), { token })).toEqual({ number });
      const shown = await show(call(theo), { number });
      expect(shown).toMatchObject({ subject: form.subject, requester: { name: 'Ada Keller' } });
      expect(shown.values).toMatchObject([{ key: 'error', told: { words: 'Reçu introuvable' } }]);
      // Parts of a report are missing: its deadlines do not run, and nothing is promised of them.
      expect(await unconfirmed(call(VISITOR), { token })).toMatchObject({ number, complete: false, expectation: null });
    }),
  );

  it(
    'keeps other words under the key of an earlier post as another request: who goes back and writes anew loses nothing',
    rolledBack(async (tx) => {
      const post = { ...form, idempotencyKey: randomUUID() };
      await ask(call(VISITOR), post);
      const { number } = await confirm(call(VISITOR), { token: await mailedToken(tx, 'ada@example.test') });
      await ask(call(VISITOR), { ...post, description: 'Tout autre chose, depuis ce matin.' });
      expect(await total(tx, unconfirmedRequests)).toBe(2);
      const mails = await tx.select().from(outboxMails).where(eq(outboxMails.template, 'tickets.confirm'));
      const numbers = await Promise.all(
        mails.map(async ({ data }) => {
          const { path } = data as { path: string };
          const token = new URL(path, 'http://guichet.test').searchParams.get('token') ?? '';
          return (await confirm(call(VISITOR), { token })).number;
        }),
      );
      expect(numbers).toContain(number);
      expect(new Set(numbers).size).toBe(2);
    }),
  );

  it(
    'asks who they are',
    rolledBack(async () => {
      await expect(
        ask(call(VISITOR), { ...form, visitorName: '', visitorEmail: 'nowhere', subject: 'x' }),
      ).rejects.toMatchObject({
        fields: {
          visitorName: { key: 'errors.required' },
          visitorEmail: { key: 'errors.email' },
          subject: { key: 'errors.tooSmall.string' },
        },
      });
    }),
  );

  it(
    'keeps its files until it is confirmed, and its link works for 72 hours',
    rolledBack(async (tx) => {
      const file = { name: 'recu.png', mediaType: 'image/png', bytes: 9, width: 1, height: 1 };
      const sent = new Date('2026-11-20T16:00:00Z');
      const { id, claim } = await attach(call(VISITOR, sent), { ...file, storageKey: randomUUID() });
      await ask(call(VISITOR, sent), { ...form, files: [{ id, claim }] });
      await forgetOldRows(tx as never, new Date(sent.getTime() + 60 * HOUR));
      expect(await tx.select().from(attachments).where(eq(attachments.id, id))).toHaveLength(1);
      const token = await mailedToken(tx, 'ada@example.test');
      const late = call(VISITOR, new Date(sent.getTime() + 72 * HOUR));
      await expect(confirm(late, { token })).rejects.toMatchObject({ code: 'not-found' });
      await expect(unconfirmed(late, { token })).rejects.toMatchObject({ code: 'not-found' });
      const { number } = await confirm(call(VISITOR, new Date(sent.getTime() + 71 * HOUR)), { token });
      expect(number).toBeGreaterThan(0);
      await expect(ask(call(VISITOR), { ...form, files: [{ id, claim: 'made up' }] })).rejects.toMatchObject({
        fields: { files: { key: 'errors.fileGone' } },
      });
    }),
  );

  it(
    'keeps the name of the account that has the address, and writes to no address again and again',
    rolledBack(async (tx) => {
      const { theo } = await staff(tx);
      const camille = await makeUser(tx, { name: 'Camille Roux' });
      await ask(call(VISITOR), { ...form, visitorName: 'Mallory', visitorEmail: camille.email.toUpperCase() });
      const { number } = await confirm(call(VISITOR), { token: await mailedToken(tx, camille.email) });
      expect((await show(call(theo), { number })).requester.name).toBe('Camille Roux');
      for (let time = 0; time < 4; time += 1) await ask(call(VISITOR), { ...form, visitorEmail: camille.email });
      await expect(ask(call(VISITOR), { ...form, visitorEmail: camille.email })).rejects.toMatchObject({
        code: 'too-many',
      });
    }),
  );
});

describe('blocked senders', () => {
  it(
    'are also those whose account was closed: they are told so once they have proved that it is theirs',
    rolledBack(async (tx) => {
      const gone = await makeUser(tx, { deactivatedAt: new Date() });
      await ask(call(VISITOR), { ...form, visitorEmail: gone.email });
      const token = await mailedToken(tx, gone.email);
      await expect(confirm(call(VISITOR), { token })).rejects.toMatchObject({ code: 'blocked' });
    }),
  );

  it(
    'are refused beside the field, and nothing is kept of theirs',
    rolledBack(async (tx) => {
      const { maud } = await staff(tx);
      await ask(call(VISITOR), { ...form, visitorEmail: 'early@mail.spam.example' });
      const before = [await total(tx, unconfirmedRequests), await total(tx, outboxMails)];
      const { id } = await add(call(maud), { pattern: '@Spam.example', reason: 'Publicité' });
      await expect(ask(call(VISITOR), { ...form, visitorEmail: 'you@mail.spam.example' })).rejects.toMatchObject({
        code: 'blocked',
        fields: { visitorEmail: { key: 'errors.blockedAddress' } },
      });
      const spammer = actorOf(await makeUser(tx, { email: 'known@spam.example' }));
      await expect(open(call(spammer), form)).rejects.toMatchObject({ code: 'blocked' });
      const token = await mailedToken(tx, 'early@mail.spam.example');
      await expect(confirm(call(VISITOR), { token })).rejects.toMatchObject({ code: 'blocked' });
      expect([await total(tx, unconfirmedRequests), await total(tx, outboxMails)]).toEqual(before);
      await ask(call(VISITOR), { ...form, visitorEmail: 'you@notspam.example' });
      await remove(call(maud), { id });
      await ask(call(VISITOR), { ...form, visitorEmail: 'you@mail.spam.example' });
    }),
  );

  it(
    'are looked after by administrators alone, who cannot block their own people',
    rolledBack(async (tx) => {
      const { maud, theo } = await staff(tx);
      for (const actor of [theo, VISITOR]) {
        await expect(list(call(actor), {})).rejects.toMatchObject({ code: 'forbidden' });
        await expect(add(call(actor), { pattern: 'a.example', reason: 'x' })).rejects.toMatchObject({
          code: 'forbidden',
        });
      }
      const block = (pattern: string) => add(call(maud), { pattern, reason: 'Publicité' });
      await expect(block('nothing')).rejects.toMatchObject({ fields: { pattern: { key: 'errors.blockPattern' } } });
      await expect(block(theo.email)).rejects.toMatchObject({ fields: { pattern: { key: 'errors.blockStaff' } } });
      await block('spam.example');
      await expect(block('SPAM.example')).rejects.toMatchObject({
        fields: { pattern: { key: 'errors.blockedAlready' } },
      });
      expect((await list(call(maud), {})).blocked).toMatchObject([{ pattern: 'spam.example', addedBy: maud.name }]);
    }),
  );
});

it(
  'a matter of the highest level needs its facts in writing, and reaches the desk at once',
  rolledBack(async (tx) => {
    const { theo } = await staff(tx);
    const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
    const grave = { ...form, blocked: 'fully', wayRound: 'none', reach: 'all' } as const;
    await expect(open(call(camille), { ...grave, urgency: { since: '9 h' } })).rejects.toMatchObject({
      fields: { 'urgency.stopped': { key: 'errors.urgentFact' }, 'urgency.phone': { key: 'errors.urgentFact' } },
    });
    const urgency = { since: '9 h', stopped: 'Les paiements', phone: '04 72 00 00 00' };
    const { number } = await open(call(camille), { ...grave, contact: 'Noor, au bureau', urgency });
    expect(await show(call(camille), { number })).toMatchObject({ urgency, contact: 'Noor, au bureau' });
    const told = await tx.select().from(outboxMails).where(eq(outboxMails.template, 'tickets.urgent'));
    expect(told.map(({ recipient }) => recipient)).toContain(theo.email);
    // Lighter matters need none of it, whatever is said.
    const light = await open(call(camille), { ...grave, reach: 'one', urgency });
    expect((await show(call(camille), { number: light.number })).urgency).toBeNull();
  }),
);
