/** How one comes to belong to an organisation: by an address of its domains, by asking, or by invitation alone. */
export const ACCESS_MODES = ['open', 'approval', 'invitation'] as const;
export type AccessMode = (typeof ACCESS_MODES)[number];

/** What was said to somebody who asked to join. */
export const JOIN_OUTCOMES = ['approved', 'declined'] as const;
export type JoinOutcome = (typeof JOIN_OUTCOMES)[number];
