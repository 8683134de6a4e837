/** The roles an account can have (`user.role`); a visitor has no account. */
export const ROLES = ['customer', 'agent', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
