import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { notify } from '@/db/kernel/queries';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTicket } from '@/db/tickets/factory';
import { TICKETS_CHANNEL } from '@/db/tickets/telling';
import type { Actor, UserActor } from '@/domain/access/actor';
import { Refusal } from '@/domain/refusal';
import { SIGNED_OUT_CHANNEL } from '../kernel/watching';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { attend } from './attend';
import { note } from './note';
import { removeFollower } from './remove-follower';
import { reply } from './reply';
import { show } from './show';
import { watch } from './watch';
import { watchList } from './watch-list';
import { watchQueue } from './watch-queue';

const VISITOR: Actor = { kind: 'visitor' };

/** A request and people around it; committed, since processes hear of nothing else. */
const cast = async () =>
  database().transaction(async (tx) => {
    const camille = await makeUser(tx, { name: 'Camille Roux' });
    const stranger = await makeUser(tx, { name: 'Jonas Weber' });
    const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
    const sarah = await makeUser(tx, { name: 'Sarah Petit', role: 'agent' });
    const { number } = await makeTicket(tx, { requesterId: camille.id });
    const [one, other, agent, colleague] = [camille, stranger, theo, sarah].map((user) => actorOf(user));
    if (!one || !other || !agent || !colleague) throw new Error('somebody is missing');
    return { camille: one, stranger: other, theo: agent, sarah: colleague, number };
  });

type Place = 'desk' | 'requests';
type Kind = 'facts' | 'present' | 'gone';

/** Opens a page of the request as somebody; `again` says who they are later. */
const openPage = (
  reader: UserActor,
  number: number,
  place: Place,
  again: () => Actor = () => reader,
  session?: string,
) => {
  const leaving = new AbortController();
  const tab = randomUUID();
  const call = { ...callBy(reader), again: async () => again(), session };
  const told = watch(call, { number, tab, place }, leaving.signal);
  return {
    tab,
    /** What is told next, of this kind. */
    async next(kind: Kind) {
      for (let item = await told.next(); !item.done; item = await told.next()) {
        if (item.value.kind === kind) return item.value;
      }
      return null;
    },
    /** Waits until these people are there, as `name doing`. */
    async finds(...expected: string[]) {
      for (let item = await told.next(); !item.done; item = await told.next()) {
        if (item.value.kind !== 'present') continue;
        const people = item.value.people.map(({ name, doing }) => `${name} ${doing}`);
        if (people.join() === expected.join()) return;
      }
      throw new Error('the stream has ended');
    },
    async leave() {
      leaving.abort();
      await told.return();
    },
  };
};

describe('watching a request', () => {
  it('tells the desk and the requester of what happens, and how much there is to see', async () => {
    const { camille, theo, number } = await cast();
    const { facts } = await show(callBy(theo), { number });
    const [desk, customer] = [openPage(theo, number, 'desk'), openPage(camille, number, 'requests')];
    expect(await desk.next('facts')).toEqual({ kind: 'facts', facts, closed: false, anew: false });
    await customer.next('facts');
    await note(callBy(theo), { number, body: 'Vu avec l’équipe.' });
    expect(await desk.next('facts')).toMatchObject({ facts: facts + 1 });
    expect(await customer.next('facts')).toMatchObject({ facts: facts + 1 });
    await Promise.all([desk.leave(), customer.leave()]);
  });

  it('tells strangers nothing, and nobody whose role or session is over', async () => {
    const { camille, stranger, theo, number } = await cast();
    expect(await openPage(stranger, number, 'requests').next('facts')).toBeNull();
    let now: Actor = theo;
    const demoted = openPage(theo, number, 'desk', () => now);
    await demoted.next('facts');
    now = { ...theo, role: 'customer' };
    let later: Actor = camille;
    const gone = openPage(camille, number, 'requests', () => later);
    await gone.next('facts');
    later = VISITOR;
    await reply(callBy(camille), { number, body: 'C’est encore arrivé ce matin.' });
    expect(await demoted.next('facts')).toBeNull();
    expect(await gone.next('facts')).toBeNull();
    await expect(watch(callBy(VISITOR), { number, tab: randomUUID(), place: 'desk' }, AbortSignal.abort()).next())
      .rejects //
      .toBeInstanceOf(Refusal);
  });

  it('says to who is taken out of copy that it is no longer shared with them, at once, and tells them nothing more', async () => {
    const { camille, stranger: jonas, theo, number } = await cast();
    await addFollowers(callBy(theo), { number, copies: jonas.email });
    const page = openPage(jonas, number, 'requests');
    const { signal } = new AbortController();
    const list = watchList({ ...callBy(jonas), again: async () => jonas }, { scope: 'followed' }, signal);
    await page.next('facts');
    expect((await list.next()).value).toEqual({ numbers: null });
    await reply(callBy(camille), { number, body: 'Toujours pas.' });
    expect((await list.next()).value).toEqual({ numbers: [number] });
    expect(await page.next('facts')).not.toBeNull();
    await removeFollower(callBy(theo), { number, userId: jonas.id });
    expect(await page.next('gone')).toEqual({ kind: 'gone' });
    expect((await list.next()).value).toEqual({ numbers: null });
    await reply(callBy(camille), { number, body: 'Et pour nous seuls.' });
    expect(await page.next('facts')).toBeNull();
    await list.return();
  });

  it('tells once more when an answer that was held back may be read', async () => {
    const { camille, number } = await cast();
    const customer = openPage(camille, number, 'requests');
    expect(await customer.next('facts')).toMatchObject({ anew: false });
    await notify(database(), TICKETS_CHANNEL, JSON.stringify({ number, heldUntil: Date.now() + 5 }));
    let told = await customer.next('facts');
    if (told?.kind === 'facts' && !told.anew) told = await customer.next('facts');
    expect(told).toMatchObject({ anew: true });
    await customer.leave();
  });

  it('ends when its reader signs out elsewhere, and not when somebody else does', async () => {
    const { camille, number } = await cast();
    const [here, elsewhere] = [
      openPage(camille, number, 'requests', undefined, 'one'),
      openPage(camille, number, 'requests', undefined, 'two'),
    ];
    await here.next('facts');
    await elsewhere.next('facts');
    await notify(database(), SIGNED_OUT_CHANNEL, 'one');
    expect(await here.next('facts')).toBeNull();
    await reply(callBy(camille), { number, body: 'Je suis encore là.' });
    expect(await elsewhere.next('facts')).not.toBeNull();
    await elsewhere.leave();
  });

  it('ends the oldest stream of a person who opens too many', async () => {
    const { camille, number } = await cast();
    const pages = Array.from({ length: 13 }, () => openPage(camille, number, 'requests'));
    for (const page of pages) expect(await page.next('facts')).not.toBeNull();
    expect(await pages[0]?.next('facts')).toBeNull();
    await Promise.all(pages.map((page) => page.leave()));
  });
});

describe('who else is at a request', () => {
  it('shows the desk who reads, who writes and who has left; customers never', async () => {
    const { camille, theo, sarah, number } = await cast();
    const customer = openPage(camille, number, 'requests');
    await customer.next('facts');
    const first = openPage(theo, number, 'desk');
    await first.finds();
    const second = openPage(sarah, number, 'desk');
    await second.finds('Théo Lambert reading');
    await first.finds('Sarah Petit reading');
    await attend(callBy(sarah), { number, tab: second.tab, writes: true });
    await first.finds('Sarah Petit writing');
    // Nobody speaks for the page of another.
    await attend(callBy(theo), { number, tab: second.tab, writes: false });
    await note(callBy(theo), { number, body: 'Elle écrit encore.' });
    expect(await first.next('facts')).not.toBeNull();
    await attend(callBy(sarah), { number, tab: second.tab, writes: false });
    await first.finds('Sarah Petit reading');
    await second.leave();
    await first.finds();
    await note(callBy(theo), { number, body: 'Une note.' });
    expect(await customer.next('facts')).not.toBeNull();
    await Promise.all([first.leave(), customer.leave()]);
  });

  it('is told neither to customers who ask as the desk would, nor taken from them', async () => {
    const { camille, theo, number } = await cast();
    const agent = openPage(theo, number, 'desk');
    await agent.next('facts');
    const curious = openPage(camille, number, 'desk');
    expect(await curious.next('facts')).not.toBeNull();
    await reply(callBy(camille), { number, body: 'Toujours rien de votre côté ?' });
    expect(await curious.next('facts')).not.toBeNull();
    await expect(attend(callBy(camille), { number, tab: randomUUID(), writes: true })).rejects.toBeInstanceOf(Refusal);
    await Promise.all([agent.leave(), curious.leave()]);
  });
});

describe('watching the list', () => {
  it('tells the desk which requests have changed, and ends with the role', async () => {
    const { camille, theo, sarah, number } = await cast();
    let now: Actor = theo;
    const leaving = new AbortController();
    const told = watchQueue({ ...callBy(theo), again: async () => now }, {}, leaving.signal);
    expect((await told.next()).value).toEqual({ kind: 'stirred', numbers: null });
    const page = openPage(sarah, number, 'desk');
    const seen = new Set<unknown>();
    const until = async (holds: () => boolean) => {
      for (let item = await told.next(); !item.done; item = await told.next()) {
        if (item.value.kind === 'stirred') for (const one of item.value.numbers ?? []) seen.add(one);
        else
          for (const { number: where, people } of item.value.at)
            for (const { id } of people) seen.add(`${where} ${id}`);
        if (holds()) return;
      }
    };
    await page.finds();
    await until(() => seen.has(`${number} ${sarah.id}`));
    await reply(callBy(camille), { number, body: 'Encore une précision.' });
    await until(() => seen.has(number));
    now = { ...theo, role: 'editor' };
    await reply(callBy(camille), { number, body: 'Et une autre.' });
    expect((await told.next()).done).toBe(true);
    await page.leave();
    const denied = watchQueue(callBy(camille), {}, leaving.signal);
    await expect(denied.next()).rejects.toBeInstanceOf(Refusal);
  });
});

describe('two answers at once', () => {
  it('has the later one read first, and takes it once it was', async () => {
    const { camille, theo, sarah, number } = await cast();
    const { messages } = await show(callBy(theo), { number });
    const seen = messages.at(-1)?.id ?? '';
    await reply(callBy(theo), { number, body: 'Le correctif est en ligne.', seen });
    const late = { number, body: 'Je regarde demain.', seen };
    await expect(reply(callBy(sarah), late)).rejects.toMatchObject({
      code: 'conflict',
      messageKey: 'errors.answeredMeanwhile',
      data: { name: 'Théo Lambert' },
    });
    const again = (await show(callBy(sarah), { number })).messages.at(-1)?.id ?? '';
    await reply(callBy(sarah), { ...late, seen: again });
    // A customer is never kept from answering.
    await reply(callBy(camille), { number, body: 'Merci à vous deux.', seen });
    expect((await show(callBy(theo), { number })).messages).toHaveLength(4);
  });
});
