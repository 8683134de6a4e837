import type { VisibilityDegree } from '../organisations/degrees';
import type { OwnKeys } from '../people/keys';
import type { Locale } from '../people/locale';
import type { Role } from '../people/roles';

/** A membership as authorisation needs it: which organisation, the member's place in it, and how far its people see each other. */
export type ActorMembership = {
  organisationId: string;
  manager: boolean;
  teamId?: string | null;
  /** Left out: `DEFAULT_DEGREE`. */
  visibility?: VisibilityDegree;
};

/** A signed-in person, as re-read from the database for this very call. */
export type UserActor = {
  kind: 'user';
  id: string;
  role: Role;
  name: string;
  email: string;
  locale: Locale;
  timeZone: string;
  /** Keys that take the place of the usual ones in the working places. Left out: none. */
  keys?: OwnKeys;
  memberships: readonly ActorMembership[];
};

/** Who acts: a person without a session, a person with one, or Guichet itself (jobs, inbound mail). */
export type Actor = { kind: 'visitor' } | UserActor | { kind: 'system'; name: string };

/** What grants are given to: the roles of accounts, plus those who have none. */
export type Grantee = Role | 'visitor' | 'system';

/** The single translation of an actor into what the grants table speaks of. */
export const granteeOf = (actor: Actor): Grantee => (actor.kind === 'user' ? actor.role : actor.kind);
