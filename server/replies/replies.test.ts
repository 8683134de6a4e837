import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { insertReply } from '@/db/replies/queries';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { callBy } from '../testing/call';
import { reply } from '../tickets/reply';
import { show as showTicket } from '../tickets/show';
import { undo } from '../tickets/undo';
import { create } from './create';
import { edit } from './edit';
import { fillIn } from './fill-in';
import { list } from './list';
import { offered } from './offered';
import { remove } from './remove';
import { show } from './show';

const WORDS = { title: 'Accusé', bodyFr: 'Bonjour {prenom},\n\n{sujet} ({organisation})', bodyEn: 'Hello {prenom},' };

const cast = async (tx: Tx) => {
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }));
  const maud = actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' }));
  const team = await makeTeam(tx, { name: { fr: 'Dons' }, members: [theo.id] });
  return { camille, theo, yanis, maud, team };
};

describe('canned replies', () => {
  it(
    'are kept, changed and taken away by administrators, offered to everybody or to a team',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, maud, team } = await cast(tx);
      const ours = await create(callBy(maud), { ...WORDS, title: 'Pour les Dons', teamId: team });
      const all = await create(callBy(maud), { ...WORDS, title: 'Pour tous' });
      const titles = async (actor: typeof theo) => (await offered(callBy(actor), {})).replies.map(({ title }) => title);
      expect(await titles(theo)).toEqual(expect.arrayContaining(['Pour les Dons', 'Pour tous']));
      expect(await titles(yanis)).not.toContain('Pour les Dons');
      await edit(callBy(maud), { id: all.id, ...WORDS, title: 'Pour chacun', tags: 'Accueil, accueil' });
      expect(await show(callBy(maud), { id: all.id })).toMatchObject({
        title: 'Pour chacun',
        tags: ['accueil'],
      });
      await remove(callBy(maud), { id: ours.id });
      expect(await titles(theo)).not.toContain('Pour les Dons');
      await expect(create(callBy(theo), WORDS)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(remove(callBy(theo), { id: all.id })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(offered(callBy(camille), {})).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );

  it(
    'are turned page by page, and the last of many is looked for, filled in and shown as the first is',
    rolledBack(async (tx) => {
      const { camille, theo, maud } = await cast(tx);
      const titles = Array.from({ length: 53 }, (_, at) => `zz été ${String(at).padStart(2, '0')}`);
      for (const title of titles) await insertReply(tx, { title, body: { fr: 'Bonjour {prenom}' } });
      const read = async (part: { after?: string | null; before?: string | null }) =>
        list(callBy(maud), { text: 'ZZ ete', ...part });
      const first = await read({});
      const second = await read({ after: first.next });
      expect([...first.replies, ...second.replies].map(({ title }) => title)).toEqual(titles);
      expect([first.previous, first.replies.length, second.next]).toEqual([null, 50, null]);
      const gone = first.replies.at(-1)?.id ?? '';
      await remove(callBy(maud), { id: gone });
      expect((await read({ after: first.next })).replies).toEqual(second.replies);
      expect((await read({ before: second.previous })).replies).toEqual(first.replies.slice(0, -1));
      expect(await offered(callBy(theo), {})).toMatchObject({ more: true });
      const [last, ...others] = (await offered(callBy(theo), { text: 'ete 52' })).replies;
      expect([last?.title, others]).toEqual(['zz été 52', []]);
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      expect(await fillIn(callBy(theo), { id: last?.id ?? '', number })).toMatchObject({ body: 'Bonjour Camille' });
      await expect(fillIn(callBy(theo), { id: gone, number })).rejects.toMatchObject({ code: 'not-found' });
      await expect(show(callBy(maud), { id: gone })).rejects.toMatchObject({ code: 'not-found' });
      await expect(show(callBy(theo), { id: last?.id ?? '' })).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );

  it(
    'tell the field at fault: no words, a name that means nothing, a status that asks for more',
    rolledBack(async (tx) => {
      const { maud } = await cast(tx);
      const wrong = (more: Partial<Parameters<typeof create>[1]>) => create(callBy(maud), { ...WORDS, ...more });
      await expect(wrong({ title: ' ' })).rejects.toMatchObject({ fields: { title: { key: 'errors.required' } } });
      await expect(wrong({ bodyFr: 'Bonjour {surnom}' })).rejects.toMatchObject({
        fields: { bodyFr: { key: 'errors.replyVariable' } },
      });
      await expect(wrong({ toStatus: 'waiting_partner' })).rejects.toMatchObject({ fields: { toStatus: {} } });
      await expect(wrong({ toTeamId: maud.id })).rejects.toMatchObject({ fields: { toTeamId: {} } });
    }),
  );

  it(
    'are filled in for a request, in the language of who asked; others’ teams’ are not there',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, maud, team } = await cast(tx);
      const organisationId = await makeOrganisation(tx, 'Les Amis du Jardin');
      const french = await makeTicket(tx, { requesterId: camille.id, organisationId, subject: 'L’import' });
      const english = await makeTicket(tx, { requesterId: camille.id, locale: 'en' });
      const { id } = await create(callBy(maud), { ...WORDS, teamId: team, toStatus: 'waiting_customer' });
      expect(await fillIn(callBy(theo), { id, number: french.number })).toMatchObject({
        body: 'Bonjour Camille,\n\nL’import (Les Amis du Jardin)',
        to: 'waiting_customer',
      });
      expect((await fillIn(callBy(theo), { id, number: english.number })).body).toBe('Hello Camille,');
      const stranger = fillIn(callBy(yanis), { id, number: french.number });
      await expect(stranger).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  it(
    'give the request to a team and tag it as the answer is sent, and undo that with it',
    rolledBack(async (tx) => {
      const { camille, theo, maud, team } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      const { id } = await create(callBy(maud), { ...WORDS, toTeamId: team, tags: 'dons' });
      expect(await fillIn(callBy(theo), { id, number })).toMatchObject({ team: { fr: 'Dons' }, tags: ['dons'] });
      await reply(callBy(theo), { number, body: 'Bonjour', canned: id, hold: true, to: 'waiting_customer' });
      const sent = await showTicket(callBy(theo), { number });
      expect(sent).toMatchObject({ teamId: team, tags: ['dons'], status: 'waiting_customer' });
      await undo(callBy(theo), { token: sent.messages[1]?.id ?? '' });
      const back = await showTicket(callBy(theo), { number });
      expect(back).toMatchObject({ teamId: null, tags: [], status: 'submitted' });
    }),
  );
});
