import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import { env, publishEnv } from '../kernel/env';
import { callBy } from '../testing/call';
import { around } from './around';

const AT = new Date('2026-11-20T10:00:00Z');
const after = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux', locale: 'fr', timeZone: 'Europe/Lisbon' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const members = [
    { userId: camille.id, manager: true },
    { userId: noor.id, manager: false },
  ];
  const organisationId = await makeOrganisation(tx, 'Les Amis & Cie', members, '2026.46');
  const make = (requesterId: string, minutes: number) =>
    makeTicket(tx, { requesterId, organisationId, createdAt: after(minutes), subject: `Sujet ${minutes}` });
  return { camille, noor, theo, organisationId, make };
};

const close = (tx: Tx, ticket: { id: string }, at: Date) =>
  addFacts(tx, ticket, [
    {
      at: at.getTime(),
      actorId: null,
      kind: 'moved',
      data: { from: 'submitted', to: 'closed', by: 'agent', reason: 'solved' },
    },
  ]);

const before = env();
beforeEach(() =>
  publishEnv({
    ...before,
    backOfficeLinks: [
      { label: { fr: 'Fiche' }, url: 'https://crm.example.com/o/{organisation}?mail={email}&n={number}' },
      { label: { fr: 'Compte' }, url: 'https://crm.example.com/p/{email}' },
    ],
  }),
);
afterEach(() => publishEnv(before));

describe('around a request', () => {
  it(
    'stand the person, the organisation and their other requests, those still to be done first',
    rolledBack(async (tx) => {
      const { camille, noor, theo, make } = await cast(tx);
      const ticket = await make(camille.id, 0);
      const old = await make(camille.id, 1);
      const closed = await make(camille.id, 50);
      await close(tx, closed, after(60));
      const theirs = await make(noor.id, 2);
      const seen = await around(callBy(theo), { number: ticket.number });
      expect(seen.person).toMatchObject({ name: 'Camille Roux', timeZone: 'Europe/Lisbon', locale: 'fr' });
      expect(seen.organisation).toMatchObject({ name: 'Les Amis & Cie', productVersion: '2026.46' });
      expect(seen.own.rows.map(({ number }) => number)).toEqual([old.number, closed.number]);
      expect(seen.others.rows.map(({ number }) => number)).toEqual([theirs.number]);
      expect(seen.own.more).toBe(false);
      for (const minutes of [3, 4, 5, 6, 7]) await make(noor.id, minutes);
      const fuller = await around(callBy(theo), { number: ticket.number });
      expect(fuller.others).toMatchObject({ more: true });
      expect(fuller.others.rows).toHaveLength(5);
    }),
  );

  it(
    'stand links into the back office, filled in and encoded, as far as there is something to fill in',
    rolledBack(async (tx) => {
      const { camille, theo, make } = await cast(tx);
      const { number } = await make(camille.id, 0);
      const mail = encodeURIComponent(camille.email);
      expect((await around(callBy(theo), { number })).links).toEqual([
        {
          label: { fr: 'Fiche' },
          address: `https://crm.example.com/o/Les%20Amis%20%26%20Cie?mail=${mail}&n=${number}`,
        },
        { label: { fr: 'Compte' }, address: `https://crm.example.com/p/${mail}` },
      ]);
      const alone = await makeTicket(tx, { requesterId: camille.id, createdAt: AT });
      const { organisation, links } = await around(callBy(theo), { number: alone.number });
      expect(organisation).toBeNull();
      expect(links.map(({ label }) => label.fr)).toEqual(['Compte']);
    }),
  );

  it(
    'is for the desk alone',
    rolledBack(async (tx) => {
      const { camille, make } = await cast(tx);
      const { number } = await make(camille.id, 0);
      await expect(around(callBy(actorOf(camille)), { number })).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});
