import { z } from 'zod';
import { withdrawStaffInvitation } from '@/db/people/invitations';
import { action } from '../kernel/action';

/** Takes an invitation to work here back: its link stops working at once. */
export const withdrawColleague = action({
  permission: 'people.withdrawColleague',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input: { id }, now, audit }) {
    const email = await withdrawStaffInvitation(tx, id, now);
    audit({ type: 'invitation', id }, { email });
    return { id };
  },
});
