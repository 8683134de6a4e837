import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { firstMessage } from '@/db/tickets/first-words';
import { ticketClocks } from '@/db/tickets/schema';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { correct } from './correct';
import { move } from './move';
import { open } from './open';
import { refile } from './refile';
import { show } from './show';
import { undo } from './undo';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

const FORM = {
  typeKey: 'problem',
  subject: 'Ça ne marche plus depuis hier',
  description: 'J’importe nos adhérents, et rien ne se passe après la ligne 847 du fichier.',
  answers: { steps: 'Ouvrir, importer.', version: '2026.4', error: 'Ligne illisible' },
  blocked: 'partly',
  wayRound: 'easy',
  reach: 'one',
} as const;
const SUBJECT = 'L’import s’arrête à la ligne 847';

const cast = async (tx: Tx) => {
  await tx.update(requestTypes).set({ needsCompleteness: true }).where(eq(requestTypes.key, 'problem'));
  await tx.update(requestTypes).set({ needsCompleteness: false }).where(eq(requestTypes.key, 'assistance'));
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent', email: 'yanis@guichet.test' }));
  const { number } = await open(callBy(camille, NOW), FORM);
  return { camille, theo, yanis, number };
};

/** Gives requests for assistance to a team that gives in turn, with one person in it. */
const teamInTurn = async (tx: Tx, userId: string) => {
  const team = await makeTeam(tx, { name: { fr: 'Conseil' }, roundRobin: true, members: [userId] });
  await tx.update(requestTypes).set({ teamId: team }).where(eq(requestTypes.key, 'assistance'));
  return team;
};

describe('filing a request anew, taken back', () => {
  it(
    'leaves it as it was: type, answers, what it is found by, deadlines, team; the mail to whom it was given never leaves',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, number } = await cast(tx);
      const team = await teamInTurn(tx, yanis.id);
      const before = await show(callBy(theo, later(1)), { number });
      const clocks = () => tx.select().from(ticketClocks).where(eq(ticketClocks.ticketId, before.id));
      const [clocksBefore, words] = [await clocks(), (await firstMessage(tx, before.id))?.bodyText];
      const { token } = await refile(callBy(theo, later(2)), { number, subject: SUBJECT, typeKey: 'assistance' });
      const filed = await show(callBy(theo, later(3)), { number });
      expect(filed).toMatchObject({ subject: SUBJECT, team: { id: team }, assignee: { id: yanis.id }, complete: true });
      expect(await mailsTo(tx, 'yanis@guichet.test')).toMatchObject([{ template: 'tickets.given' }]);

      const call = callBy(theo, later(30));
      expect(await undo(call, { token: token ?? '' })).toMatchObject({ restored: 1, stays: 0, body: null });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.undo', data: { act: 'refile' } }]);
      const after = await show(callBy(theo, later(40)), { number });
      const { subject, typeKey, complete, values, missing } = before;
      expect(after).toMatchObject({ subject, typeKey, complete, values, missing, team: null, assignee: null });
      expect(await clocks()).toEqual(clocksBefore);
      expect((await firstMessage(tx, before.id))?.bodyText).toBe(words);
      expect(await mailsTo(tx, 'yanis@guichet.test')).toEqual([]);
      const theirs = await show(callBy(camille, later(41)), { number });
      expect(theirs.events.map(({ kind }) => kind)).not.toContain('refiled');
      await expect(undo(callBy(theo, later(42)), { token: token ?? '' })).rejects.toMatchObject({
        messageKey: 'errors.undoOver',
      });
    }),
  );

  it(
    'leaves alone what somebody has changed since: the subject, the person, an answer',
    rolledBack(async (tx) => {
      const { theo, yanis, number } = await cast(tx);
      const team = await teamInTurn(tx, yanis.id);
      const { token } = await refile(callBy(theo, later(1)), { number, subject: SUBJECT, typeKey: 'assistance' });
      await refile(callBy(yanis, later(5)), { number, subject: 'L’import s’arrête en route' });
      await assign(callBy(yanis, later(6)), { number, assigneeId: theo.id });
      await correct(callBy(yanis, later(7)), { number, answers: { version: '2026.5' }, seen: { version: '2026.4' } });
      expect(await undo(callBy(theo, later(9)), { token: token ?? '' })).toMatchObject({ restored: 1, stays: 1 });
      const { subject, typeKey, values, ...shown } = await show(callBy(theo, later(10)), { number });
      expect([subject, typeKey]).toEqual(['L’import s’arrête en route', 'problem']);
      expect(shown).toMatchObject({ team: { id: team }, assignee: { id: theo.id } });
      expect(values.find(({ key }) => key === 'version')?.told).toMatchObject({ words: '2026.5' });
    }),
  );

  it(
    'is for who made it, for a minute, not once both are others’ or the request is closed; what changed nothing has no way back',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, number } = await cast(tx);
      const made = await refile(callBy(theo, NOW), { number, subject: SUBJECT });
      const token = made.token ?? '';
      await expect(undo(callBy(yanis, later(1)), { token })).rejects.toMatchObject({ code: 'not-found' });
      await expect(undo(callBy(camille, later(1)), { token })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(undo(callBy(theo, later(60)), { token })).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
      await refile(callBy(yanis, later(2)), { number, subject: 'L’import s’arrête en route' });
      await expect(undo(callBy(theo, later(3)), { token })).rejects.toMatchObject({
        code: 'conflict',
        messageKey: 'errors.undoFiledSince',
      });
      const again = await refile(callBy(theo, later(4)), { number, subject: SUBJECT });
      await move(callBy(yanis, later(5)), { number, from: 'submitted', to: 'closed', reason: 'out_of_scope' });
      await expect(undo(callBy(theo, later(6)), { token: again.token ?? '' })).rejects.toMatchObject({
        messageKey: 'errors.ticketClosed',
      });
    }),
  );
});
