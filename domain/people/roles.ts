/** The roles an account can have (`user.role`); a visitor has no account. */
export const ROLES = ['customer', 'agent', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles of the company's own people, as opposed to its customers. */
export const STAFF_ROLES = ['agent', 'editor', 'admin'] as const satisfies readonly Role[];
