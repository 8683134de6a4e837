import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeIncident, makeUpdate } from '@/db/incidents/factory';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTheme } from '@/db/roadmap/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { callBy } from '../testing/call';
import { countTied } from './count-tied';
import { merge } from './merge';
import { move } from './move';
import { queue } from './queue';
import { reply } from './reply';
import { saveView } from './save-view';
import { show } from './show';
import { split } from './split';
import { VISITOR, WORD } from './testing';
import { tie } from './tie';
import { tieable } from './tieable';
import { unmerge } from './unmerge';
import { untie } from './untie';
import { views } from './views';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const forbidden = { code: 'forbidden' };

/** Two requests of one house, an incident that goes on, and a theme. */
const stage = async (tx: Tx) => {
  const person = async (name: string, role: 'customer' | 'agent' | 'editor' | 'admin' = 'customer') =>
    makeUser(tx, { name, role });
  const [camille, noor] = [await person('Camille Roux'), await person('Noor Benali')];
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }],
  });
  const of = async (userId: string) =>
    (await makeTicket(tx, { requesterId: userId, organisationId: garden.id, createdAt: NOW })).number;
  return {
    camille: actorOf(camille, garden.membershipOf(camille.id)),
    noor: actorOf(noor, garden.membershipOf(noor.id)),
    theo: actorOf(await person('Théo Lambert', 'agent')),
    maud: actorOf(await person('Maud Kessler', 'admin')),
    ines: actorOf(await person('Inès Garnier', 'editor')),
    ofCamille: await of(camille.id),
    ofNoor: await of(noor.id),
    incident: await makeIncident(tx, { title: { fr: 'Imports en retard', en: 'Imports late' }, at: NOW }),
    theme: await makeTheme(tx, { title: { fr: 'Des imports plus sûrs' } }),
  };
};

describe('tying a request to an incident and a theme', () => {
  it(
    'shows it to both sides, in the history and in the log, and tells nobody by mail',
    rolledBack(async (tx) => {
      const { theo, camille, ofCamille, incident, theme } = await stage(tx);
      const call = callBy(theo, later(5));
      await tie(call, { number: ofCamille, to: 'incident', id: incident });
      await tie(callBy(theo, later(6)), { number: ofCamille, to: 'theme', id: theme.id });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.tie', data: { incident } }]);
      for (const reader of [theo, camille]) {
        const seen = await show(callBy(reader), { number: ofCamille });
        expect(seen.ties.incidents).toMatchObject([{ id: incident, status: 'investigating' }]);
        expect(seen.ties.themes).toMatchObject([{ key: theme.key, state: 'planned', horizon: 'next' }]);
        expect(seen.events.slice(-2)).toMatchObject([
          { kind: 'tied', data: { to: 'incident', id: incident }, actorName: 'Théo Lambert' },
          { kind: 'tied', data: { to: 'theme', id: theme.id } },
        ]);
        expect(seen.ties.titles[theme.id]).toEqual({ title: theme.title, key: theme.key });
        expect(seen.lastActivityAt).toEqual(later(6));
      }
      expect(await mailsTo(tx, camille.email)).toEqual([]);
    }),
  );

  it(
    'is done once and taken away once, however often it is asked for',
    rolledBack(async (tx) => {
      const { theo, maud, ofCamille, incident, theme } = await stage(tx);
      const other = await makeIncident(tx, { at: NOW });
      const asked = { number: ofCamille, to: 'incident', id: incident } as const;
      await tie(callBy(theo), asked);
      const again = callBy(maud);
      await tie(again, asked);
      expect(await auditOf(tx, again.requestId)).toEqual([]);
      await tie(callBy(maud), { ...asked, id: other });
      await tie(callBy(maud), { number: ofCamille, to: 'theme', id: theme.id });
      await untie(callBy(theo), asked);
      const none = callBy(theo);
      await untie(none, asked);
      expect(await auditOf(tx, none.requestId)).toEqual([]);
      const { ties, events } = await show(callBy(theo), { number: ofCamille });
      expect(ties.incidents.map(({ id }) => id)).toEqual([other]);
      expect(events.map(({ kind }) => kind)).toEqual(['opened', 'tied', 'tied', 'tied', 'untied']);
      await untie(callBy(theo), { number: ofCamille, to: 'theme', id: theme.id });
      expect((await show(callBy(theo), { number: ofCamille })).ties.themes).toEqual([]);
    }),
  );

  it(
    'says beside its field what is no choice and what is not there; a request that is not there is not found',
    rolledBack(async (tx) => {
      const { theo, ofCamille, incident, theme } = await stage(tx);
      const refused = (asked: Partial<Parameters<typeof tie>[1]>) =>
        expect(tie(callBy(theo), { number: ofCamille, to: 'incident', id: incident, ...asked })).rejects;
      await refused({ id: '' }).toMatchObject({ fields: { id: { key: 'errors.choice' } } });
      await refused({ id: randomUUID() }).toMatchObject({ fields: { id: { key: 'errors.notFound.incident' } } });
      await refused({ id: theme.id }).toMatchObject({ fields: { id: { key: 'errors.notFound.incident' } } });
      await refused({ to: 'theme' }).toMatchObject({ fields: { id: { key: 'errors.notFound.theme' } } });
      await refused({ number: 999_999 }).toMatchObject({ code: 'not-found' });
    }),
  );

  it(
    'is the desk’s alone; who runs the studio reads how many there are, and not which',
    rolledBack(async (tx) => {
      const { theo, ines, camille, noor, ofCamille, ofNoor, incident } = await stage(tx);
      const asked = { number: ofCamille, to: 'incident', id: incident } as const;
      for (const actor of [camille, ines, VISITOR]) {
        await expect(tie(callBy(actor), asked)).rejects.toMatchObject(forbidden);
        await expect(untie(callBy(actor), asked)).rejects.toMatchObject(forbidden);
        await expect(tieable(callBy(actor), {})).rejects.toMatchObject(forbidden);
      }
      await tie(callBy(theo), asked);
      await tie(callBy(theo), { ...asked, number: ofNoor });
      await move(callBy(theo), { number: ofNoor, from: 'submitted', to: 'resolved' });
      for (const actor of [camille, VISITOR]) {
        await expect(countTied(callBy(actor), asked)).rejects.toMatchObject(forbidden);
      }
      expect(await countTied(callBy(ines), asked)).toEqual({ requests: 2, open: 1, people: 2, organisations: 1 });
      expect(await countTied(callBy(theo), { to: 'theme', id: randomUUID() })).toMatchObject({ requests: 0 });
      // The one of a colleague stays invisible to who may not see it, tied or not.
      await expect(show(callBy(noor), { number: ofCamille })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );
});

describe('what a request may be tied to', () => {
  it(
    'is offered with what goes on first, found by its title in either language, and named by a filter',
    rolledBack(async (tx) => {
      const { theo, incident, theme } = await stage(tx);
      const over = await makeIncident(tx, { title: { fr: `Panne ${WORD}` }, at: later(10) });
      await makeUpdate(tx, over, { status: 'resolved', body: { fr: 'Fini.' }, at: later(20) });
      const ids = (rows: readonly { id: string }[]) =>
        rows.map(({ id }) => id).filter((id) => [incident, over].includes(id));
      expect(ids((await tieable(callBy(theo), {})).incidents.rows)).toEqual([incident, over]);
      expect(ids((await tieable(callBy(theo), { incident: 'quetzal' })).incidents.rows)).toEqual([over]);
      expect(ids((await tieable(callBy(theo), { incident: 'IMPORTS LATE' })).incidents.rows)).toEqual([incident]);
      const { themes } = await tieable(callBy(theo), { theme: 'plus surs' });
      expect(themes.rows.map(({ key }) => key)).toContain(theme.key);
      const { named } = await tieable(callBy(theo), { named: { incident: over, theme: theme.key } });
      expect([named.incidents[0]?.id, named.themes[0]?.id]).toEqual([over, theme.id]);
    }),
  );
});

describe('the desk’s list', () => {
  it(
    'is narrowed to an incident and to a theme, in views with their counts',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor, incident, theme } = await stage(tx);
      await tie(callBy(theo), { number: ofCamille, to: 'incident', id: incident });
      await tie(callBy(theo), { number: ofNoor, to: 'incident', id: incident });
      await tie(callBy(theo), { number: ofNoor, to: 'theme', id: theme.id });
      await move(callBy(theo), { number: ofCamille, from: 'submitted', to: 'resolved' });
      const listed = async (address: Record<string, string>) =>
        (await queue(callBy(theo), { address })).tickets.map(({ number }) => number);
      expect(await listed({ incident })).toEqual([ofNoor]);
      expect((await listed({ incident, status: 'all' })).sort()).toEqual([ofCamille, ofNoor].sort());
      expect(await listed({ theme: theme.key })).toEqual([ofNoor]);
      expect(await listed({ theme: theme.key, incident: randomUUID() })).toEqual([]);
      await saveView(callBy(theo), { name: `Incident ${randomUUID()}`, address: { incident }, shared: false });
      expect((await views(callBy(theo), {})).kept).toMatchObject([{ address: { incident }, total: 1 }]);
    }),
  );
});

describe('a merge', () => {
  it(
    'ties the request that goes on to what the other was tied to, and taking it back leaves what was there before',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor, incident, theme } = await stage(tx);
      await tie(callBy(theo), { number: ofCamille, to: 'incident', id: incident });
      await tie(callBy(theo), { number: ofCamille, to: 'theme', id: theme.id });
      await tie(callBy(theo), { number: ofNoor, to: 'theme', id: theme.id });
      await merge(callBy(theo, later(1)), { number: ofCamille, into: ofNoor });
      const merged = (await show(callBy(theo), { number: ofNoor })).ties;
      expect([merged.incidents.length, merged.themes.length]).toEqual([1, 1]);
      await unmerge(callBy(theo, later(2)), { number: ofCamille });
      const { ties, events } = await show(callBy(theo), { number: ofNoor });
      expect([ties.incidents, ties.themes.map(({ id }) => id)]).toEqual([[], [theme.id]]);
      expect(events.filter(({ kind }) => kind === 'tied').map(({ undone }) => undone)).toEqual([false, true]);
      const own = (await show(callBy(theo), { number: ofCamille })).ties;
      expect([own.incidents.length, own.themes.length]).toEqual([1, 1]);
    }),
  );

  it(
    'that is taken back leaves a tie that somebody has made anew since',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor, incident } = await stage(tx);
      const asked = { to: 'incident', id: incident } as const;
      await tie(callBy(theo, later(1)), { number: ofCamille, ...asked });
      await merge(callBy(theo, later(2)), { number: ofCamille, into: ofNoor });
      await untie(callBy(theo, later(3)), { number: ofNoor, ...asked });
      await tie(callBy(theo, later(4)), { number: ofNoor, ...asked });
      await unmerge(callBy(theo, later(5)), { number: ofCamille });
      expect((await show(callBy(theo), { number: ofNoor })).ties.incidents).toHaveLength(1);
    }),
  );
});

describe('a message that begins a request of its own', () => {
  it(
    'is another matter: it is tied to nothing',
    rolledBack(async (tx) => {
      const { theo, camille, ofCamille, incident } = await stage(tx);
      await tie(callBy(theo), { number: ofCamille, to: 'incident', id: incident });
      await reply(callBy(camille, later(5)), { number: ofCamille, body: 'Et l’export est vide.' });
      const message = (await show(callBy(theo), { number: ofCamille })).messages.at(-1);
      const asked = { number: ofCamille, messageId: message?.id ?? '', subject: 'L’export est vide' };
      const { number } = await split(callBy(theo), asked);
      expect((await show(callBy(theo), { number })).ties.incidents).toEqual([]);
    }),
  );
});
