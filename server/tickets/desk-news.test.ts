import { describe, expect, it } from 'vitest';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { move } from './move';
import { note } from './note';
import { queue } from './queue';
import { read } from './read';
import { reply } from './reply';
import { show } from './show';
import { tag } from './tag';
import { ago, deskCast, NOW } from './testing';
import { undo } from './undo';

describe('who wrote last, and what is new', () => {
  it(
    'is told of each row: since when the customer waits, or when the desk answered',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await deskCast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id, createdAt: ago(9) });
      const row = async () => {
        const { tickets } = await queue(callBy(yanis, NOW), { address: { q: String(number) } });
        const [{ waitingSince, answeredAt } = { waitingSince: null, answeredAt: null }] = tickets;
        return { waitingSince, answeredAt };
      };
      const say = async (actor: typeof theo, days: number) =>
        reply(callBy(actor, ago(days)), { number, body: 'Un mot de plus sur cet import.' });
      expect(await row()).toEqual({ waitingSince: ago(9).getTime(), answeredAt: null });
      await say(camille, 8);
      await note(callBy(theo, ago(7.5)), { number, body: 'Une note n’est pas une réponse.' });
      expect(await row()).toEqual({ waitingSince: ago(9).getTime(), answeredAt: null });
      await say(theo, 7);
      expect(await row()).toEqual({ waitingSince: null, answeredAt: ago(7).getTime() });
      await say(camille, 6);
      await say(camille, 5);
      expect(await row()).toEqual({ waitingSince: ago(6).getTime(), answeredAt: ago(7).getTime() });
      await reply(callBy(theo, NOW), { number, body: 'Nous corrigeons cela ce soir.', hold: true });
      expect(await row()).toEqual({ waitingSince: null, answeredAt: NOW.getTime() });
      const { messages } = await show(callBy(theo, NOW), { number });
      await undo(callBy(theo, NOW), { token: messages.at(-1)?.id ?? '' });
      expect(await row()).toEqual({ waitingSince: ago(6).getTime(), answeredAt: ago(7).getTime() });
    }),
  );

  it(
    'marks what others did since one has looked, and what nobody has taken up',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await deskCast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id, createdAt: ago(9) });
      const isNew = async (actor: typeof theo) =>
        (await queue(callBy(actor, NOW), { address: { q: String(number) } })).tickets[0]?.unread;
      expect([await isNew(theo), await isNew(yanis)]).toEqual([true, true]);
      await read(callBy(theo, ago(8)), { number });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([false, true]);
      // What one does oneself is no news; nor is what a colleague handles to who never looked at it.
      await assign(callBy(theo, ago(7)), { number, assigneeId: theo.id });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([false, false]);
      await reply(callBy(camille, ago(6)), { number, body: 'Avez-vous des nouvelles de cet import ?' });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([true, false]);
      await read(callBy(theo, ago(5)), { number });
      await tag(callBy(yanis, ago(4)), { number, add: 'import' });
      expect(await isNew(theo)).toBe(false);
      await note(callBy(yanis, ago(3)), { number, body: 'J’ai vu la même chose hier.' });
      expect(await isNew(theo)).toBe(true);
      await read(callBy(theo, ago(2)), { number });
      await move(callBy(theo, ago(1)), { number, from: 'submitted', to: 'closed', reason: 'solved' });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([false, false]);
    }),
  );
});
