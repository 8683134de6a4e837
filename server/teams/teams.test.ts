import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { insertReply } from '@/db/replies/queries';
import { makeAbsence, makeTeam } from '@/db/teams/factory';
import { takeTurn } from '@/db/teams/queries';
import { onOwnDatabase } from '@/db/testing/own-database';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { callBy } from '../testing/call';
import { assign } from '../tickets/assign';
import { show } from '../tickets/show';
import { addAbsence } from './add-absence';
import { create } from './create';
import { edit } from './edit';
import { list } from './list';
import { remove } from './remove';
import { removeAbsence } from './remove-absence';
import { setAside } from './set-aside';

const NOW = new Date('2026-11-23T10:00:00Z');
const FACTS = { nameFr: 'Adhérents', nameEn: '', level: '1', roundRobin: true } as const;

const cast = async (tx: Tx) => {
  const [theo, yanis, elodie] = [
    await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }),
    await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }),
    await makeUser(tx, { name: 'Élodie Vasseur', role: 'agent' }),
  ];
  const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  return {
    theo: actorOf(theo),
    yanis: actorOf(yanis),
    elodie: actorOf(elodie),
    maud: actorOf(maud),
    camille: actorOf(camille),
  };
};

const teamListed = async (actor: Parameters<typeof callBy>[0], id: string) =>
  (await list(callBy(actor, NOW), {})).teams.find((team) => team.id === id);

describe('looking after teams', () => {
  it(
    'makes a team, changes it, keeps who is in it',
    rolledBack(async (tx) => {
      const { theo, yanis, maud } = await cast(tx);
      const { id } = await create(callBy(maud), { ...FACTS, members: [{ userId: theo.id, takesTurns: true }] });
      await edit(callBy(maud), {
        id,
        ...FACTS,
        nameFr: 'Adhérents et dons',
        level: '2',
        members: [
          { userId: theo.id, takesTurns: false },
          { userId: yanis.id, takesTurns: true },
        ],
      });
      expect(await teamListed(maud, id)).toMatchObject({
        name: { fr: 'Adhérents et dons' },
        level: 2,
        members: [
          { name: 'Théo Lambert', takesTurns: false, skipped: 'sits_out' },
          { name: 'Yanis Morel', takesTurns: true, skipped: null },
        ],
      });
    }),
  );

  it(
    'tells the field that is wrong: a name that is taken, a customer among the members, a level that is none',
    rolledBack(async (tx) => {
      const { maud, camille } = await cast(tx);
      await create(callBy(maud), { ...FACTS, members: [] });
      const twin = create(callBy(maud), { ...FACTS, nameFr: 'ADHÉRENTS', members: [] });
      await expect(twin).rejects.toMatchObject({ fields: { nameFr: { key: 'errors.deskTeamTaken' } } });
      const outsider = { ...FACTS, nameFr: 'Dons', members: [{ userId: camille.id, takesTurns: true }] };
      await expect(create(callBy(maud), outsider)).rejects.toMatchObject({ fields: { members: {} } });
      const third = create(callBy(maud), { ...FACTS, nameFr: 'Dons', level: '3', members: [] });
      await expect(third).rejects.toMatchObject({ fields: { level: { key: 'errors.choice' } } });
    }),
  );

  it(
    'is for administrators; agents read, customers know nothing of it',
    rolledBack(async (tx) => {
      const { theo, camille, maud } = await cast(tx);
      const { id } = await create(callBy(maud), { ...FACTS, members: [] });
      await expect(create(callBy(theo), { ...FACTS, members: [] })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(edit(callBy(theo), { id, ...FACTS, members: [] })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(setAside(callBy(theo), { id, aside: true })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(remove(callBy(theo), { id })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(list(callBy(camille), {})).rejects.toMatchObject({ code: 'forbidden' });
      expect((await list(callBy(theo), {})).teams.some((team) => team.id === id)).toBe(true);
    }),
  );

  it(
    'deletes what was never used and refuses the rest, which can be set aside and gets no more',
    rolledBack(async (tx) => {
      const { maud, theo, camille } = await cast(tx);
      const unused = await makeTeam(tx, { name: { fr: 'Sans emploi' }, members: [theo.id] });
      await remove(callBy(maud), { id: unused });
      expect(await teamListed(maud, unused)).toBeUndefined();

      const used = await makeTeam(tx, { name: { fr: 'En service' } });
      const first = await makeTicket(tx, { requesterId: camille.id });
      await assign(callBy(theo), { number: first.number, teamId: used });
      await expect(remove(callBy(maud), { id: used })).rejects.toMatchObject({ messageKey: 'errors.teamInUse' });
      expect((await teamListed(maud, used))?.open).toBe(1);

      await setAside(callBy(maud), { id: used, aside: true });
      const second = await makeTicket(tx, { requesterId: camille.id });
      const late = assign(callBy(theo), { number: second.number, teamId: used });
      await expect(late).rejects.toMatchObject({ fields: { teamId: { key: 'errors.teamAside' } } });
      expect((await show(callBy(theo), { number: first.number })).team?.name.fr).toBe('En service');
    }),
  );
});

describe('a team in use', () => {
  it(
    'is not deleted while a type stands on it, a canned reply is its own, or a history tells of it',
    rolledBack(async (tx) => {
      const { maud, theo, camille } = await cast(tx);
      const ofType = await makeTeam(tx, { name: { fr: 'Derrière un type' } });
      await tx.update(requestTypes).set({ teamId: ofType }).where(eq(requestTypes.key, 'question'));
      const ofReply = await makeTeam(tx, { name: { fr: 'Avec une réponse type' } });
      await insertReply(tx, { title: 'Merci', body: { fr: 'Merci' }, teamId: ofReply });
      const before = await makeTeam(tx, { name: { fr: 'Autrefois' } });
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      await assign(callBy(theo), { number, teamId: before });
      await assign(callBy(theo), { number, teamId: await makeTeam(tx, { name: { fr: 'Maintenant' } }) });
      for (const id of [ofType, ofReply, before]) {
        await expect(remove(callBy(maud), { id })).rejects.toMatchObject({ messageKey: 'errors.teamInUse' });
      }
    }),
  );
});

describe('being away', () => {
  it(
    'notes the same absence once, and refuses days that are noted already beside the field they are in',
    rolledBack(async (tx) => {
      const { theo, yanis, maud } = await cast(tx);
      const days = { userId: theo.id, fromDay: '2026-12-24', untilDay: '2026-12-28', reason: 'Congés' };
      const { id } = await addAbsence(callBy(theo), days);
      expect(await addAbsence(callBy(theo), days)).toEqual({ id });
      const overlap = { key: 'errors.absenceOverlap' };
      for (const [fromDay, untilDay, field] of [
        ['2026-12-28', '2027-01-02', 'fromDay'],
        ['2026-12-20', '2026-12-24', 'untilDay'],
        ['2026-12-25', '2026-12-25', 'fromDay'],
        ['2026-12-01', '2027-01-31', 'untilDay'],
      ] as const) {
        await expect(addAbsence(callBy(maud), { ...days, fromDay, untilDay })).rejects.toMatchObject({
          code: 'invalid',
          fields: { [field]: overlap },
        });
      }
      await addAbsence(callBy(theo), { ...days, fromDay: '2026-12-29', untilDay: '2026-12-29' });
      await addAbsence(callBy(yanis), { ...days, userId: yanis.id });
      const own = (await list(callBy(maud, NOW), {})).absences.filter(({ userId }) => userId === theo.id);
      expect(own.map(({ fromDay }) => fromDay)).toEqual(['2026-12-24', '2026-12-29']);
    }),
  );

  it('keeps one of two posts that come at once', async () => {
    const theo = actorOf(await database().transaction((tx) => makeUser(tx, { name: 'Clovis Amary', role: 'agent' })));
    const days = { userId: theo.id, fromDay: '2026-12-24', untilDay: '2026-12-28' };
    const [first, second] = await Promise.all([addAbsence(callBy(theo), days), addAbsence(callBy(theo), days)]);
    expect(first).toEqual(second);
  });

  it(
    'people note their own absences, administrators everybody’s',
    rolledBack(async (tx) => {
      const { theo, yanis, maud } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, members: [theo.id] });
      const days = { fromDay: '2026-11-23', untilDay: '2026-11-24' };
      const { id } = await addAbsence(callBy(theo), { userId: theo.id, ...days, reason: 'Congés' });
      expect((await teamListed(maud, team))?.members[0]?.skipped).toBe('absent');
      await expect(addAbsence(callBy(yanis), { userId: theo.id, ...days })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(removeAbsence(callBy(yanis), { id })).rejects.toMatchObject({ code: 'forbidden' });
      await removeAbsence(callBy(maud), { id });
      expect((await teamListed(maud, team))?.members[0]?.skipped).toBeNull();
    }),
  );

  it(
    'refuses days that are none, or in the wrong order',
    rolledBack(async (tx) => {
      const { theo } = await cast(tx);
      const backwards = { userId: theo.id, fromDay: '2026-11-24', untilDay: '2026-11-23' };
      await expect(addAbsence(callBy(theo), backwards)).rejects.toMatchObject({
        fields: { untilDay: { key: 'errors.dayOrder' } },
      });
      const nonsense = { userId: theo.id, fromDay: '2026-02-30', untilDay: '2026-03-01' };
      await expect(addAbsence(callBy(theo), nonsense)).rejects.toMatchObject({
        fields: { fromDay: { key: 'errors.day' } },
      });
    }),
  );
});

describe('giving a request', () => {
  it(
    'to a team gives it to whoever is next, passes over who is away and who sits out, and keeps a member who has it',
    rolledBack(async (tx) => {
      const { theo, yanis, elodie, maud, camille } = await cast(tx);
      const team = await makeTeam(tx, {
        name: { fr: 'Dons' },
        roundRobin: true,
        members: [theo.id, yanis.id, { userId: elodie.id, takesTurns: false }],
      });
      await makeAbsence(tx, theo.id, '2026-11-23');
      const given = async (more: { assigneeId?: string } = {}) => {
        const { number } = await makeTicket(tx, { requesterId: camille.id });
        if (more.assigneeId) await assign(callBy(maud, NOW), { number, ...more });
        return (await assign(callBy(maud, NOW), { number, teamId: team })).assigneeId;
      };
      expect([await given(), await given()]).toEqual([yanis.id, yanis.id]);
      expect(await given({ assigneeId: theo.id })).toBe(theo.id);
      expect(await given({ assigneeId: maud.id })).toBe(yanis.id);
    }),
  );

  it(
    'by name takes nobody’s turn, and somebody of another team may help out',
    rolledBack(async (tx) => {
      const { theo, yanis, elodie, maud, camille } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, roundRobin: true, members: [theo.id, yanis.id] });
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      await assign(callBy(maud), { number, teamId: team, assigneeId: elodie.id });
      expect(await show(callBy(camille), { number })).toMatchObject({
        assignee: { name: 'Élodie Vasseur' },
        team: { name: { fr: 'Dons' } },
      });
      expect(await takeTurn(tx, team, NOW)).toBe(theo.id);
    }),
  );

  it(
    'leaves it to nobody where the team does not give in turn, or nobody is there',
    rolledBack(async (tx) => {
      const { theo, maud, camille } = await cast(tx);
      const byHand = await makeTeam(tx, { name: { fr: 'À la main' }, members: [theo.id] });
      const empty = await makeTeam(tx, { name: { fr: 'Vide' }, roundRobin: true });
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      await assign(callBy(maud), { number, assigneeId: maud.id });
      expect((await assign(callBy(maud), { number, teamId: byHand })).assigneeId).toBeNull();
      expect((await assign(callBy(maud), { number, teamId: empty })).assigneeId).toBeNull();
      const { events } = await show(callBy(theo), { number });
      expect(events.map(({ kind }) => kind)).toEqual(['opened', 'assigned', 'routed', 'assigned', 'routed']);
      expect((await show(callBy(camille), { number })).events.map(({ kind }) => kind)).toEqual(['opened']);
    }),
  );

  it(
    'refuses a team that does not exist and a person who does not work on requests',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      await expect(assign(callBy(theo), { number, teamId: theo.id })).rejects.toMatchObject({
        fields: { teamId: { key: 'errors.choice' } },
      });
      await expect(assign(callBy(theo), { number, assigneeId: camille.id })).rejects.toMatchObject({
        fields: { assigneeId: { key: 'errors.choice' } },
      });
      await expect(assign(callBy(camille), { number, assigneeId: theo.id })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }),
  );
});

describe('turns under several workers', () => {
  it(
    'gives each member the same number, and no turn twice',
    onOwnDatabase(async () => {
      const { team, ids } = await database().transaction(async (tx) => {
        const { theo, yanis, elodie } = await cast(tx);
        const members = [theo.id, yanis.id, elodie.id];
        return { team: await makeTeam(tx, { name: { fr: 'Dons' }, roundRobin: true, members }), ids: members };
      });
      const turns = await Promise.all(
        Array.from({ length: 12 }, () => database().transaction((tx) => takeTurn(tx, team, NOW))),
      );
      for (const id of ids) expect(turns.filter((turn) => turn === id)).toHaveLength(4);
    }),
  );
});
