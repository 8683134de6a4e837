import type { Reader, Tx } from '@/db/client';
import { someManagers } from '@/db/organisations/members';
import {
  type Organisation,
  organisationById,
  organisationForUpdate,
  organisationTeamsOf,
} from '@/db/organisations/queries';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { looksAfter, maySeeOrganisation } from '@/domain/access/organisations';
import { invalidField, notFound, Refusal } from '@/domain/refusal';

/** Loads an organisation through the actor: for its members and the desk; `not-found` for all others. */
export const visibleOrganisation = async (db: Reader, actor: Actor, id: string): Promise<Organisation> => {
  if (!maySeeOrganisation(actor, id)) throw notFound('organisation');
  return organisationById(db, id);
};

/** Loads an organisation that the actor looks after and holds its row. `not-found` for strangers, `forbidden` for plain members. */
export const ownOrganisation = async (tx: Tx, actor: Actor, id: string): Promise<Organisation> => {
  if (!maySeeOrganisation(actor, id)) throw notFound('organisation');
  if (!looksAfter(actor, id)) throw new Refusal('forbidden', 'errors.forbidden');
  return organisationForUpdate(tx, id);
};

/** The organisations whose people the actor looks after, by id: all of them (`null`) for the desk, for managers their own. */
export const lookedAfter = (actor: Actor): string[] | null => {
  if (actor.kind !== 'user') return [];
  if (worksOnTickets(granteeOf(actor))) return null;
  return actor.memberships.filter(({ manager }) => manager).map(({ organisationId }) => organisationId);
};

/** The team of that id, if it is one of the organisation's; refuses (`invalid`) others. Nothing chosen is no team. */
export const teamOf = async (tx: Tx, organisationId: string, teamId: string | undefined): Promise<string | null> => {
  if (!teamId) return null;
  const teams = await organisationTeamsOf(tx, organisationId);
  if (!teams.some((team) => team.id === teamId)) throw invalidField('teamId', 'errors.choice');
  return teamId;
};

/** Refuses (`conflict`) to leave an organisation without a manager who can sign in, when this member had been the last. */
export const notTheLastManager = async (tx: Tx, organisationId: string, userId: string): Promise<void> => {
  const managers = await someManagers(tx, organisationId);
  if (managers.length === 1 && managers[0] === userId) throw new Refusal('conflict', 'errors.lastManager');
};
