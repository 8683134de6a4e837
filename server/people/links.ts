import type { Tx } from '@/db/client';
import { insertAccountToken } from '@/db/people/accounts';
import type { MailTemplates } from '@/domain/mail/templates';
import type { Locale } from '@/domain/people/locale';
import { safeNextPath } from '@/domain/people/next-path';
import { ACCOUNT_TOKEN_MINUTES, type AccountTokenPurpose } from '@/domain/people/tokens';
import { hashSecret, newSecret } from '../kernel/tokens';

const PAGES: Record<AccountTokenPurpose, string> = { set_password: 'set-password', sign_in: 'link' };

type LinkRequest = {
  userId: string;
  purpose: AccountTokenPurpose;
  /** The language of the page that asked for the link. */
  locale: Locale;
  now: Date;
  /** Where to go on afterwards; dropped unless it is a page of ours. */
  next?: string | undefined;
};

/**
 * Makes a one-time link and answers what its mail needs. The link opens a page with a button: mail scanners that follow
 * links do not use it up.
 */
export const makeLink = async (tx: Tx, request: LinkRequest): Promise<MailTemplates['people.signIn']> => {
  const { userId, purpose, locale, now } = request;
  const token = newSecret();
  const minutes = ACCOUNT_TOKEN_MINUTES[purpose];
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await insertAccountToken(tx, { userId, purpose, tokenHash: hashSecret(token), expiresAt, createdAt: now });
  const next = safeNextPath(request.next);
  const query = new URLSearchParams({ token, ...(next ? { next } : {}) });
  return { path: `/${locale}/${PAGES[purpose]}?${query}`, minutes };
};
