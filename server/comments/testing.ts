import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import type { Actor, UserActor } from '@/domain/access/actor';
import { systemCall } from '../kernel/call';
import { callBy } from '../testing/call';
import { publishArticles } from '../testing/fixtures/content';
import { announce } from './announce';
import { list } from './list';

export const VISITOR: Actor = { kind: 'visitor' };
export const ABOUT = { locale: 'fr', articleKey: 'import' } as const;
export const PAYOUTS = { locale: 'fr', articleKey: 'payouts' } as const;
export const CLOSED = { locale: 'fr', articleKey: 'closed' } as const;

/** Publishes the articles that are commented on. */
export const publishCommented = () =>
  publishArticles([
    { key: 'import', title: 'Importer vos adhérents' },
    { key: 'payouts', title: 'Suivre les versements', audience: 'customers' },
    { key: 'closed', title: 'Exporter vos adhérents', comments: false },
  ]);

export const person = async (tx: Tx, name: string, role: UserActor['role'] = 'customer') =>
  actorOf(await makeUser(tx, { name, role }));

export const cast = async (tx: Tx) => ({
  camille: await person(tx, 'Camille Roux'),
  noor: await person(tx, 'Noor Benali'),
  theo: await person(tx, 'Théo Lambert', 'agent'),
  ines: await person(tx, 'Inès Garnier', 'editor'),
});

export const told = (id: string) => announce(systemCall('worker'), { commentId: id });
export const publicNames = async (actor: Actor = VISITOR) =>
  (await list(callBy(actor), ABOUT)).threads.map(({ author, answers }) => [
    author?.name ?? null,
    answers.map((answer) => answer.author?.name),
  ]);
