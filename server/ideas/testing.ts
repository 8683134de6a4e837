import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { ideas } from '@/db/ideas/schema';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import type { Actor } from '@/domain/access/actor';
import { systemCall } from '../kernel/call';
import { announce } from './announce';

export const VISITOR: Actor = { kind: 'visitor' };
export const WORDS = {
  title: 'Relancer par SMS',
  need: 'Un bouton de relance.',
  why: 'Gagner du temps',
  rhythm: 'monthly' as const,
};

export const cast = async (tx: Tx) => {
  const [camille, noor, sylvie] = [
    await makeUser(tx, { name: 'Camille Roux' }),
    await makeUser(tx, { name: 'Noor Benali' }),
    await makeUser(tx, { name: 'Sylvie Marchand' }),
  ];
  const garden = await makeOrganisation(tx, 'Les Amis du Jardin', [
    { userId: camille.id, manager: true },
    { userId: noor.id, manager: false },
  ]);
  return {
    garden,
    camille: actorOf(camille, [{ organisationId: garden, manager: true }]),
    noor: actorOf(noor, [{ organisationId: garden, manager: false }]),
    sylvie: actorOf(sylvie),
    theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
    ines: actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' })),
  };
};

export const told = async (tx: Tx, number: number) => {
  const [row] = await tx.select({ id: ideas.id }).from(ideas).where(eq(ideas.number, number));
  return announce(systemCall('worker'), { ideaId: row?.id ?? '' });
};
