import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { outboxMails } from '@/db/kernel/schema';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import type { Actor } from '@/domain/access/actor';

const DAY = 86_400_000;

export const VISITOR: Actor = { kind: 'visitor' };

export const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const stranger = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const ines = await makeUser(tx, { name: 'Inès Garnier', role: 'editor' });
  const garden = await makeOrganisation(tx, 'Les Amis du Jardin', [
    { userId: camille.id, manager: true },
    { userId: noor.id, manager: false },
  ]);
  const membership = (manager: boolean) => [{ organisationId: garden, manager }];
  return {
    garden,
    camille: actorOf(camille, membership(true)),
    noor: actorOf(noor, membership(false)),
    stranger: actorOf(stranger),
    theo: actorOf(theo),
    ines: actorOf(ines),
  };
};

export const form = {
  typeKey: 'problem',
  subject: 'L’import s’arrête',
  description: 'À la ligne 847, depuis ce matin.',
};
export const mailsOf = async (tx: Tx, number: number) =>
  tx
    .select()
    .from(outboxMails)
    .where(eq(outboxMails.threadKey, `ticket:${number}`))
    .orderBy(outboxMails.createdAt);

/** Now, where a test tells of the days before it, and a moment so many days before that. */
export const NOW = new Date('2026-11-23T10:00:00Z');
export const ago = (days: number) => new Date(NOW.getTime() - days * DAY);

/** A word that only tests know: of the requests that it finds none was there before. */
export const WORD = 'Quetzalcoatl';

/** Two agents, an administrator, and a customer with a name of her own. */
export const deskCast = async (tx: Tx) => ({
  theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
  yanis: actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' })),
  maud: actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' })),
  camille: actorOf(await makeUser(tx, { name: `Camille ${WORD}` })),
});
