import { z } from 'zod';
import { peekStaffInvitation } from '@/db/people/invitations';
import { query } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';

/** What the link of an invitation to work here leads to, without using it up; `null` when it no longer works. */
export const showColleagueInvitation = query({
  permission: 'people.showColleagueInvitation',
  input: z.object({ token: z.string().max(100) }),
  run: async ({ db, input, now }) => peekStaffInvitation(db, hashSecret(input.token), now),
});
