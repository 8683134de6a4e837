import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeIdea } from '@/db/ideas/factory';
import { ideas } from '@/db/ideas/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { move as moveIdea } from '../ideas/move';
import { show as showIdea } from '../ideas/show';
import { tasks } from '../jobs/tasks';
import { systemCall } from '../kernel/call';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { makeIdea as makeIdeaOfRequest } from './make-idea';
import { move } from './move';
import { open } from './open';
import { reply } from './reply';
import { show } from './show';
import { tellIdea } from './tell-idea';
import { cast, form, VISITOR } from './testing';
import { tieIdea } from './tie-idea';
import { untieIdea } from './untie-idea';

const SUGGESTION = {
  ...form,
  typeKey: 'suggestion',
  subject: 'Relancer les cotisations par SMS',
  description: 'Beaucoup d’adhérents ne lisent pas leurs e-mails.',
  answers: { rhythm: 'yearly', why: 'Moins de retards' },
};

const idOf = async (tx: Tx, number: number): Promise<string> => {
  const [row] = await tx.select({ id: ideas.id }).from(ideas).where(eq(ideas.number, number));
  return row?.id ?? '';
};

/** The job as the worker runs it. */
const announced = async (tx: Tx, number: number) => {
  await tasks['ideas.announce']({ ideaId: await idOf(tx, number) });
};

describe('a suggestion', () => {
  it(
    'becomes an idea of its author, which the product team reads; that resolves it, and is told once, in its conversation',
    rolledBack(async (tx) => {
      const { camille, noor, ines, garden } = await cast(tx);
      const { number } = await open(callBy(camille), SUGGESTION);
      await addFollowers(callBy(camille), { number, copies: noor.email });
      const sent = await show(callBy(camille), { number });
      expect(sent).toMatchObject({
        status: 'product_review',
        idea: { title: SUGGESTION.subject, state: 'received' },
      });
      const idea = sent.idea?.number ?? 0;
      expect(await showIdea(callBy(ines), { number: idea })).toMatchObject({
        need: SUGGESTION.description,
        why: 'Moins de retards',
        rhythm: 'yearly',
        organisation: 'Les Amis du Jardin',
        author: 'Camille Roux',
        votes: 1,
      });
      expect(garden).toBeTruthy();
      expect((await mailsTo(tx, camille.email)).map(({ template, data }) => [template, data])).toMatchObject([
        ['tickets.received', { idea }],
      ]);
      // Colleagues in copy of the request see that there is an idea, and not yet what it says.
      expect((await show(callBy(noor), { number })).idea).toMatchObject({ number: idea, title: null });

      await moveIdea(callBy(ines), { number: idea, from: 'received', to: 'planned' });
      await announced(tx, idea);
      await announced(tx, idea);
      expect(await show(callBy(camille), { number })).toMatchObject({ status: 'resolved', idea: { state: 'planned' } });
      const mails = (await mailsTo(tx, camille.email)).filter(({ template }) => template !== 'tickets.received');
      expect(mails).toMatchObject([
        {
          template: 'tickets.moved',
          threadKey: `ticket:${number}`,
          data: { status: 'resolved', idea: { state: 'planned' } },
        },
      ]);
      expect((await mailsTo(tx, noor.email))[0]).toMatchObject({
        template: 'tickets.moved',
        data: { followed: number, idea: { idea } },
      });

      // What becomes of it later is told of the idea, and the request stays as it is.
      await moveIdea(callBy(ines), { number: idea, from: 'planned', to: 'shipped' });
      await announced(tx, idea);
      expect((await mailsTo(tx, camille.email))[0]).toMatchObject({
        template: 'ideas.moved',
        data: { state: 'shipped' },
      });
      await reply(callBy(camille), { number, body: 'Merci, mais cela ne marche pas chez nous.' });
      expect((await show(callBy(camille), { number })).status).toBe('in_review');
      expect(await tellIdea(systemCall('worker'), { ideaId: await idOf(tx, idea) })).toEqual({ told: [] });
    }),
  );

  it(
    'that the desk has taken out of the hands of the product team is left alone by its decision',
    rolledBack(async (tx) => {
      const { camille, theo, ines } = await cast(tx);
      const { number } = await open(callBy(camille), SUGGESTION);
      const idea = (await show(callBy(camille), { number })).idea?.number ?? 0;
      await move(callBy(theo), { number, from: 'product_review', to: 'in_review' });
      await moveIdea(callBy(ines), { number: idea, from: 'received', to: 'reviewed' });
      await announced(tx, idea);
      expect((await show(callBy(camille), { number })).status).toBe('in_review');
      // Its author hears of the idea by itself, then.
      expect((await mailsTo(tx, camille.email))[0]).toMatchObject({ template: 'ideas.moved' });
    }),
  );
});

describe('a request at the desk', () => {
  it(
    'is made an idea in the words of its requester or others, once',
    rolledBack(async (tx) => {
      const { camille, theo, ines } = await cast(tx);
      const { number } = await open(callBy(camille), form);
      expect((await show(callBy(camille), { number })).idea).toBeNull();
      const { idea } = await makeIdeaOfRequest(callBy(theo), { number, title: 'Reprendre un import arrêté' });
      expect(await showIdea(callBy(ines), { number: idea })).toMatchObject({
        title: 'Reprendre un import arrêté',
        need: form.description,
        author: 'Camille Roux',
        requests: [],
      });
      const shown = await show(callBy(camille), { number });
      expect(shown).toMatchObject({ status: 'product_review', idea: { number: idea } });
      expect(shown.events.filter(({ kind }) => kind === 'idea')).toMatchObject([{ data: { idea, step: 'born' } }]);
      await expect(makeIdeaOfRequest(callBy(theo), { number, title: 'Encore' })).rejects.toMatchObject({
        messageKey: 'errors.ideaTied',
      });
      await expect(makeIdeaOfRequest(callBy(theo), { number, title: '' })).rejects.toMatchObject({ code: 'invalid' });
    }),
  );

  it(
    'is put behind an idea, with the voice of its requester, and taken away again, which leaves the voice',
    rolledBack(async (tx) => {
      const { camille, stranger, theo, ines } = await cast(tx);
      const { number } = await open(callBy(camille), form);
      const at = new Date();
      const idea = await makeIdea(tx, { authorId: stranger.id }, [{ to: 'reviewed', actorId: ines.id, at }]);
      await tieIdea(callBy(theo), { number, idea: ` #${idea.number}` });
      expect(await showIdea(callBy(camille), { number: idea.number })).toMatchObject({ votes: 2, supported: true });
      expect(await show(callBy(camille), { number })).toMatchObject({
        status: 'submitted',
        idea: { number: idea.number, title: idea.title },
      });
      await expect(tieIdea(callBy(theo), { number, idea: idea.number })).rejects.toMatchObject({
        messageKey: 'errors.ideaTied',
      });
      await untieIdea(callBy(theo), { number });
      await untieIdea(callBy(theo), { number });
      const shown = await show(callBy(camille), { number });
      expect(shown.idea).toBeNull();
      expect(shown.events.flatMap((event) => (event.kind === 'idea' ? [event.data.step] : []))).toEqual([
        'tied',
        'untied',
      ]);
      expect(await showIdea(callBy(camille), { number: idea.number })).toMatchObject({ votes: 2 });
      await expect(tieIdea(callBy(theo), { number, idea: 'douze' })).rejects.toMatchObject({
        fields: { idea: { key: 'errors.ideaNumber' } },
      });
      await expect(tieIdea(callBy(theo), { number, idea: 2_000_000_000 })).rejects.toMatchObject({
        fields: { idea: { key: 'errors.notFound.idea' } },
      });
    }),
  );

  it(
    'is none of it for customers, visitors and editors',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const { number } = await open(callBy(camille), form);
      for (const actor of [VISITOR, camille, ines]) {
        const call = callBy(actor);
        for (const act of [
          () => makeIdeaOfRequest(call, { number, title: 'Non' }),
          () => tieIdea(call, { number, idea: 1 }),
          () => untieIdea(call, { number }),
          () => tellIdea(call, { ideaId: '00000000-0000-4000-8000-000000000000' }),
        ]) {
          await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
        }
      }
    }),
  );
});
