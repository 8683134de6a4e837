import type { ActorMembership } from '@/domain/access/actor';
import { DEFAULT_DEGREE, type VisibilityDegree } from '@/domain/organisations/degrees';
import type { AccessMode } from '@/domain/organisations/joining';
import type { Tx } from '../client';
import { memberships, organisations, organisationTeams } from '../people/schema';
import { organisationDomains } from './schema';

type Member = { userId: string; manager?: boolean; team?: string };
type Facts = {
  name: string;
  productVersion?: string;
  visibility?: VisibilityDegree;
  access?: AccessMode;
  domains?: readonly string[];
  teams?: readonly string[];
  members?: readonly Member[];
};

/** Makes an organisation with domains, teams (by name) and members, for tests and the demo. */
export const makeCustomer = async (
  tx: Tx,
  { domains = [], teams = [], members = [], ...facts }: Facts,
): Promise<{ id: string; teams: Record<string, string>; membershipOf: (userId: string) => ActorMembership[] }> => {
  const [row] = await tx.insert(organisations).values(facts).returning({ id: organisations.id });
  if (!row) throw new Error('an insert answered no row');
  const { id } = row;
  for (const domain of domains) await tx.insert(organisationDomains).values({ domain, organisationId: id });
  const ids: Record<string, string> = {};
  for (const name of teams) {
    const [team] = await tx
      .insert(organisationTeams)
      .values({ organisationId: id, name })
      .returning({ id: organisationTeams.id });
    if (team) ids[name] = team.id;
  }
  const rows = members.map(({ userId, manager = false, team }) => ({
    organisationId: id,
    userId,
    manager,
    teamId: (team && ids[team]) ?? null,
  }));
  for (const member of rows) await tx.insert(memberships).values(member);
  const visibility = facts.visibility ?? DEFAULT_DEGREE;
  return {
    id,
    teams: ids,
    membershipOf: (userId) =>
      rows
        .filter((member) => member.userId === userId)
        .map(({ organisationId, manager, teamId }) => ({ organisationId, manager, teamId, visibility })),
  };
};
