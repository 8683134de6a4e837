import { randomUUID } from 'node:crypto';
import type { UserActor } from '@/domain/access/actor';
import type { Role } from '@/domain/people/roles';
import type { Tx } from '../client';
import type { User } from './queries';
import { memberships, organisations, users } from './schema';

/** Makes an account with a verified address, for tests and the demo. */
export const makeUser = async (
  tx: Tx,
  given: Partial<typeof users.$inferInsert> & { role?: Role } = {},
): Promise<User> => {
  const name = given.name ?? 'Camille Roux';
  const [user] = await tx
    .insert(users)
    .values({ email: `${randomUUID()}@example.test`, emailVerifiedAt: new Date(), ...given, name })
    .returning();
  if (!user) throw new Error('an insert answered no row');
  return user;
};

/** Makes an organisation with its members; `true` marks a manager. */
export const makeOrganisation = async (
  tx: Tx,
  name: string,
  members: readonly { userId: string; manager: boolean }[] = [],
  productVersion: string | null = null,
): Promise<string> => {
  const [row] = await tx.insert(organisations).values({ name, productVersion }).returning({ id: organisations.id });
  if (!row) throw new Error('an insert answered no row');
  for (const member of members) await tx.insert(memberships).values({ organisationId: row.id, ...member });
  return row.id;
};

/** The actor that a session of this account would give. */
export const actorOf = (user: User, organisationMemberships: UserActor['memberships'] = []): UserActor => {
  const { id, role, name, email, locale, timeZone } = user;
  return { kind: 'user', id, role, name, email, locale, timeZone, memberships: organisationMemberships };
};
