/** What somebody of the desk is no longer part of: the desk itself, or the team that has the request. */
export type LeftPlace = 'desk' | 'team';

/** Whom a request was taken from because they have left. */
export type Leaving = { personId: string; place: LeftPlace };

/** The job that hands the requests of who has left back to their teams, and its payload. */
export const HAND_BACK_JOB = 'tickets.handBack';
export type HandBack = {
  userId: string;
  /** The team they have left; `null` where they left the desk. */
  teamId: string | null;
};
