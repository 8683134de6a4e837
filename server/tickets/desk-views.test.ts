import { describe, expect, it } from 'vitest';
import { requestTypes } from '@/db/forms/schema';
import { criticalityLevels } from '@/db/sla/schema';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { createCaller } from '../root';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { queue } from './queue';
import { removeView } from './remove-view';
import { renameView } from './rename-view';
import { saveView } from './save-view';
import { deskCast } from './testing';
import { views } from './views';

describe('views', () => {
  it(
    'are counted as their lists are long, and not counted where that would cost',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await deskCast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, members: [theo.id] });
      const mine = await makeTicket(tx, { requesterId: camille.id });
      const ours = await makeTicket(tx, { requesterId: camille.id });
      await assign(callBy(yanis), { number: mine.number, assigneeId: theo.id });
      await assign(callBy(yanis), { number: ours.number, teamId: team });
      await saveView(callBy(theo), { name: 'Problèmes des Dons', shared: true, address: { team, type: 'problem' } });
      await saveView(callBy(theo), { name: 'Tout', shared: false, address: { status: 'all', sort: 'due', page: '3' } });
      const { shipped, kept } = await views(callBy(theo), {});
      const totals = Object.fromEntries(shipped.map(({ key, total }) => [key, total]));
      expect(totals).toMatchObject({ mine: 1, team: 1, all: null });
      expect(kept.map(({ name, total, own }) => [name, total, own])).toEqual([
        ['Problèmes des Dons', 1, true],
        ['Tout', null, true],
      ]);
      expect(kept[1]?.address).toEqual({ status: 'all', sort: 'due' });

      // The name of one's own view keeps something else from now on; another's of that name stays.
      await saveView(callBy(yanis), { name: 'Tout', shared: false, address: { assignee: 'none' } });
      await saveView(callBy(theo), { name: 'TOUT', shared: false, address: { assignee: 'me' } });
      const again = (await views(callBy(theo), {})).kept.filter(({ shared }) => !shared);
      expect(again).toMatchObject([{ id: kept[1]?.id, name: 'TOUT', address: { assignee: 'me' } }]);
      const others = (await views(callBy(yanis), {})).kept.find(({ name }) => name === 'Tout');
      expect(others?.address).toEqual({ assignee: 'none' });
    }),
  );

  it(
    'keep what they are narrowed to from being deleted: a team, a type, a level, a portal',
    rolledBack(async (tx) => {
      const { theo, maud } = await deskCast(tx);
      const as = createCaller(callBy(maud));
      const key = `salle-${crypto.randomUUID().slice(0, 8)}`;
      const team = await makeTeam(tx, { name: { fr: `Salles ${key}` } });
      const words = { fr: 'Réserver une salle' };
      const [portal] = (await as.forms.show({})).portals;
      await tx
        .insert(requestTypes)
        .values({ key, portal: portal?.key ?? '', name: words, situation: words, guidance: words, position: 900 });
      const level = 'salle';
      const told = { name: words, definition: words, examples: words };
      await tx.insert(criticalityLevels).values({ key: level, ...told, fromSeverity: 5, active: false });
      const { key: hall } = await as.forms.addPortal({ name: words, intro: words });
      const address = { team, type: key, level, portal: hall };
      const { id } = await saveView(callBy(theo), { name: 'Salles', shared: false, address });
      await expect(as.teams.remove({ id: team })).rejects.toThrow('errors.teamInUse');
      await expect(as.forms.remove({ what: 'type', id: key })).rejects.toThrow('errors.inUse.type');
      await expect(as.sla.removeLevel({ key: level })).rejects.toThrow('errors.inUse.level');
      await expect(as.forms.remove({ what: 'portal', id: hall })).rejects.toThrow('errors.inUse.portal');
      await removeView(callBy(theo), { id });
      await as.teams.remove({ id: team });
      await as.forms.remove({ what: 'type', id: key });
      await as.sla.removeLevel({ key: level });
      await as.forms.remove({ what: 'portal', id: hall });
    }),
  );

  it(
    'are renamed by who made them, shared ones also by an administrator, and never alike',
    rolledBack(async (tx) => {
      const { theo, yanis, maud, camille } = await deskCast(tx);
      const address = { assignee: 'me', sort: 'due' };
      const own = await saveView(callBy(theo), { name: 'À moi', shared: false, address });
      const ours = await saveView(callBy(theo), { name: 'À nous', shared: true, address: { due: 'today' } });
      expect(await renameView(callBy(theo), { id: own.id, name: ' Mes échéances ' })).toEqual({ id: own.id, address });
      await renameView(callBy(theo), { id: own.id, name: 'MES ÉCHÉANCES' });
      await renameView(callBy(maud), { id: ours.id, name: 'Avant ce soir' });
      const names = (await views(callBy(theo), {})).kept.map(({ name, address: { sort } }) => [name, sort]);
      expect(names).toEqual(
        expect.arrayContaining([
          ['Avant ce soir', undefined],
          ['MES ÉCHÉANCES', 'due'],
        ]),
      );
      const taken = { fields: { name: { key: 'errors.viewNameTaken' } } };
      await expect(renameView(callBy(theo), { id: own.id, name: 'avant ce soir' })).rejects.toMatchObject(taken);
      const nameless = renameView(callBy(theo), { id: own.id, name: ' ' });
      await expect(nameless).rejects.toMatchObject({ fields: { name: { key: 'errors.required' } } });
      const rename = (actor: typeof theo, id: string) => renameView(callBy(actor), { id, name: 'Autre nom' });
      await expect(rename(maud, own.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(rename(yanis, own.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(rename(yanis, ours.id)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(rename(camille, ours.id)).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );

  it(
    'are one’s own unless shared; shared ones are taken away by who made them or an administrator',
    rolledBack(async (tx) => {
      const { theo, yanis, maud, camille } = await deskCast(tx);
      const own = await saveView(callBy(theo), { name: 'À moi', shared: false, address: { assignee: 'me' } });
      const ours = await saveView(callBy(theo), { name: 'À nous', shared: true, address: { due: 'today' } });
      const seen = (await views(callBy(yanis), {})).kept.map(({ name }) => name);
      expect(seen).toContain('À nous');
      expect(seen).not.toContain('À moi');
      await expect(removeView(callBy(maud), { id: own.id })).rejects.toMatchObject({ code: 'not-found' });
      await expect(removeView(callBy(yanis), { id: ours.id })).rejects.toMatchObject({ code: 'forbidden' });
      await removeView(callBy(maud), { id: ours.id });
      await removeView(callBy(theo), { id: own.id });
      expect((await views(callBy(theo), {})).kept).toEqual([]);
      await expect(views(callBy(camille), {})).rejects.toMatchObject({ code: 'forbidden' });
      await expect(queue(callBy(camille), {})).rejects.toMatchObject({ code: 'forbidden' });
      const nameless = saveView(callBy(theo), { name: ' ', shared: false, address: {} });
      await expect(nameless).rejects.toMatchObject({ fields: { name: { key: 'errors.required' } } });
    }),
  );
});
