/** How an account stands: it may be used, its address was never proved, or it is closed. */
export const ACCOUNT_STATES = ['active', 'unverified', 'deactivated'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** The state of an account from its facts. */
export const accountState = (account: { emailVerifiedAt: Date | null; deactivatedAt: Date | null }): AccountState => {
  if (account.deactivatedAt) return 'deactivated';
  return account.emailVerifiedAt ? 'active' : 'unverified';
};
