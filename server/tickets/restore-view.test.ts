import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import { insertDeskView } from '@/db/tickets/views';
import { callBy } from '../testing/call';
import { removeView } from './remove-view';
import { renameView } from './rename-view';
import { restoreView } from './restore-view';
import { saveView } from './save-view';
import { views } from './views';

const NOW = new Date('2026-11-23T10:00:00Z');

const cast = async (tx: Tx) => {
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }));
  const maud = actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' }));
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  return { theo, yanis, maud, camille };
};

describe('views that were taken away', () => {
  it(
    'come back to who kept them, whoever took them away, by that person alone, and beside no other of the name',
    rolledBack(async (tx) => {
      const { theo, yanis, maud, camille } = await cast(tx);
      const ours = await saveView(callBy(theo), { name: 'À nous', shared: true, address: { due: 'today' } });
      const { token } = await removeView(callBy(maud, NOW), { id: ours.id });
      expect((await views(callBy(theo), {})).kept).toEqual([]);
      await expect(restoreView(callBy(yanis, NOW), { token })).rejects.toMatchObject({ code: 'not-found' });
      await expect(restoreView(callBy(camille, NOW), { token })).rejects.toMatchObject({ code: 'forbidden' });
      const demoted = { ...maud, role: 'agent' as const };
      await expect(restoreView(callBy(demoted, NOW), { token })).rejects.toMatchObject({ code: 'forbidden' });
      const late = restoreView(callBy(maud, new Date(NOW.getTime() + 3_600_000)), { token });
      await expect(late).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
      const other = await saveView(callBy(theo), { name: 'à nous', shared: false, address: { assignee: 'me' } });
      const taken = { code: 'conflict', messageKey: 'errors.viewNameTaken' };
      await expect(restoreView(callBy(maud, NOW), { token })).rejects.toMatchObject(taken);
      await renameView(callBy(theo), { id: other.id, name: 'À moi' });

      const call = callBy(maud, NOW);
      expect(await restoreView(call, { token })).toMatchObject({ id: ours.id, address: { due: 'today' } });
      expect(await auditOf(tx, call.requestId)).toMatchObject([
        { action: 'tickets.restoreView', targetType: 'deskView', targetId: ours.id },
      ]);
      const back = (await views(callBy(theo), {})).kept.find(({ id }) => id === ours.id);
      expect(back).toMatchObject({ name: 'À nous', shared: true, own: true, ownerName: 'Théo Lambert' });
      const again = restoreView(callBy(maud, NOW), { token });
      await expect(again).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
    }),
  );

  it(
    'are one of a name even where the database alone keeps watch',
    rolledBack(async (tx) => {
      const { theo } = await cast(tx);
      const view = { ownerId: theo.id, shared: false, address: {} };
      await insertDeskView(tx, { ...view, name: 'À moi' });
      const twice = tx.transaction((inner) => insertDeskView(inner, { ...view, name: 'à MOI' }));
      await expect(twice).rejects.toMatchObject({ cause: { code: '23505' } });
    }),
  );
});
