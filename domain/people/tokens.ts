/** What a one-time link sent by mail may do. */
export const ACCOUNT_TOKEN_PURPOSES = ['set_password', 'sign_in'] as const;
export type AccountTokenPurpose = (typeof ACCOUNT_TOKEN_PURPOSES)[number];

/** How long a link works, in minutes: long enough for slow mail, short enough for a forgotten mailbox. */
export const ACCOUNT_TOKEN_MINUTES: Record<AccountTokenPurpose, number> = { set_password: 24 * 60, sign_in: 15 };
