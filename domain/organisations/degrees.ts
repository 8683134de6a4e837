/**
 * How far the people of an organisation see each other's requests: only their own; managers all of them; members those
 * of their own team besides; everybody all of them.
 */
export const VISIBILITY_DEGREES = ['none', 'managers', 'team', 'members'] as const;
export type VisibilityDegree = (typeof VISIBILITY_DEGREES)[number];

/** What an organisation begins with, and what a membership that does not say is taken to have. */
export const DEFAULT_DEGREE: VisibilityDegree = 'managers';

/** How many teams an organisation has at most: they are chosen from a list. */
export const MOST_TEAMS = 100;

/** Whose requests in the organisation a member sees. */
export type Reach = 'own' | 'team' | 'organisation';

/** Whose requests a member sees, from the organisation's degree and the member's place in it. */
export const reachOf = (member: { manager: boolean; teamId?: string | null; visibility?: VisibilityDegree }): Reach => {
  const degree = member.visibility ?? DEFAULT_DEGREE;
  if (degree === 'none') return 'own';
  if (degree === 'members' || member.manager) return 'organisation';
  return degree === 'team' && member.teamId ? 'team' : 'own';
};
