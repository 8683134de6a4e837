import { z } from 'zod';
import { peekInvitation } from '@/db/organisations/queries';
import { accountByEmail } from '@/db/people/accounts';
import { query } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';

/** What an invitation's link leads to, without using it up; `null` when it no longer works. `known`: the address has an account with a password. */
export const showInvitation = query({
  permission: 'people.showInvitation',
  input: z.object({ token: z.string().max(100) }),
  async run({ db, input, now }) {
    const invitation = await peekInvitation(db, hashSecret(input.token), now);
    if (!invitation) return null;
    const account = await accountByEmail(db, invitation.email);
    return { ...invitation, known: account?.passwordHash != null };
  },
});
