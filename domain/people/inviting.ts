import type { Role } from './roles';

/** The roles one is invited to: of the house's own people. Customers sign up, or are invited into their organisation. */
export const INVITED_ROLES = ['agent', 'editor', 'admin'] as const satisfies readonly Role[];
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** How long an invitation to work here can be accepted, in days: shorter than for customers, for it gives more away. */
export const COLLEAGUE_INVITATION_DAYS = 7;
