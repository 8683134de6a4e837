import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { callBy } from '../testing/call';
import { bulk } from './bulk';
import { move } from './move';
import { reply } from './reply';
import { show } from './show';

const cast = async (tx: Tx) => {
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }));
  const { number } = await makeTicket(tx, { requesterId: camille.id });
  return { camille, theo, yanis, number };
};

const NOTE = {
  tried: 'Reproduit avec cinq lignes.\nLa 2026.45 l’accepte.',
  asked: 'Pourquoi la 2026.46 le refuse-t-elle ?',
};
const required = { key: 'errors.required' };

describe('handing a request over to the second level or to engineering', () => {
  it(
    'takes a note of what was tried and what is asked, told beside the fields where it is missing',
    rolledBack(async (tx) => {
      const { theo, number } = await cast(tx);
      const up = { number, from: 'submitted' as const, to: 'escalated' as const };
      await expect(move(callBy(theo), up)).rejects.toMatchObject({ fields: { tried: required, asked: required } });
      const half = move(callBy(theo), { ...up, tried: '  ', asked: 'Une idée ?' });
      await expect(half).rejects.toMatchObject({ code: 'invalid', fields: { tried: required } });
      expect((await show(callBy(theo), { number })).status).toBe('submitted');
    }),
  );

  it(
    'keeps the note in the conversation and the history of the desk; the customer reads of the status alone',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await move(callBy(theo), { number, from: 'submitted', to: 'escalated', ...NOTE });
      const again = { tried: 'Vu avec le niveau 2.', asked: 'Une correction.' };
      await move(callBy(theo), { number, from: 'escalated', to: 'in_development', ...again });
      const shown = await show(callBy(theo), { number });
      expect(shown.status).toBe('in_development');
      expect(shown.messages.slice(1)).toMatchObject([
        { visibility: 'internal', handover: { to: 'escalated', ...NOTE }, authorName: 'Théo Lambert' },
        { visibility: 'internal', handover: { to: 'in_development', ...again } },
      ]);
      const facts = shown.events.filter(({ kind }) => kind === 'moved' || kind === 'noted');
      expect(facts.map(({ kind }) => kind)).toEqual(['moved', 'noted', 'moved', 'noted']);
      const read = await show(callBy(camille), { number });
      expect(read).toMatchObject({ status: 'in_development' });
      expect(read.messages).toHaveLength(1);
      const mails = await mailsTo(tx, camille.email);
      expect(mails).toHaveLength(2);
      for (const words of ['Reproduit', 'correction', 'niveau 2.']) {
        expect(JSON.stringify([read, mails.map(({ data }) => data)])).not.toContain(words);
      }
    }),
  );

  it(
    'may give it to another team in the same act, and tells whose turn it is',
    rolledBack(async (tx) => {
      const { theo, yanis, number } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Experts' }, level: 2, roundRobin: true, members: [yanis.id] });
      await move(callBy(theo), { number, from: 'submitted', to: 'escalated', ...NOTE, teamId: team });
      expect(await show(callBy(theo), { number })).toMatchObject({ teamId: team, assigneeId: yanis.id });
      expect((await mailsTo(tx, yanis.email)).map(({ template }) => template)).toEqual(['tickets.given']);
    }),
  );

  it(
    'tells whom its note mentions, as any note does, and names too many beside the question',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const maud = actorOf(await makeUser(tx, { name: 'Maudeline Ferrandi', role: 'agent' }));
      const up = { number, from: 'submitted' as const, to: 'escalated' as const, tried: 'Vu avec @Camille Roux.' };
      const asked = 'Une idée, @Maudeline Ferrandi ?';
      await move(callBy(theo), { ...up, asked });
      const mails = await mailsTo(tx, maud.email);
      expect(mails).toMatchObject([{ template: 'tickets.mentioned', data: { number, place: 'note' } }]);
      const shown = await show(callBy(theo), { number });
      expect(shown.messages.at(-1)).toMatchObject({ mentions: ['Maudeline Ferrandi'], handover: { asked } });
      expect((await mailsTo(tx, camille.email)).map(({ template }) => template)).toEqual(['tickets.moved']);
      const many = await Promise.all(
        Array.from({ length: 21 }, (_, index) => makeUser(tx, { name: `Personne Nommée ${index}`, role: 'agent' })),
      );
      const crowd = many.map(({ name }) => `@${name},`).join(' ');
      const again = move(callBy(theo), {
        number,
        from: 'escalated',
        to: 'in_development',
        tried: 'Rien.',
        asked: crowd,
      });
      await expect(again).rejects.toMatchObject({ fields: { asked: { key: 'errors.tooManyMentions' } } });
    }),
  );

  it(
    'is no side effect of an answer or of an act over many: each has its own note',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const answer = reply(callBy(theo), { number, body: 'Nous cherchons.', to: 'escalated' });
      await expect(answer).rejects.toMatchObject({ code: 'invalid', fields: { tried: required } });
      const many = bulk(callBy(theo), { numbers: [number], change: { act: 'move', to: 'in_development' } });
      await expect(many).rejects.toMatchObject({ code: 'invalid' });
      const theirs = move(callBy(camille), { number, from: 'submitted', to: 'escalated', ...NOTE });
      await expect(theirs).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});
