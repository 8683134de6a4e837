import { z } from 'zod';
import { openStaffInvitations } from '@/db/people/invitations';
import { query } from '../kernel/action';

/** The invitations to work here that nobody has answered, newest first. */
export const invitedColleagues = query({
  permission: 'people.invitedColleagues',
  input: z.object({}),
  run: async ({ db, now }) => openStaffInvitations(db, now),
});
