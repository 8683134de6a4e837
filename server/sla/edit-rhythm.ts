import { z } from 'zod';
import { writeSetting } from '@/db/kernel/settings';
import { RHYTHM_SETTING, releaseRhythm } from '@/db/sla/queries';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';

/** Changes on which weekdays (1 is Monday) and when updates of the product leave; "the next update" is reckoned by it. */
export const editRhythm = action({
  permission: 'sla.editRhythm',
  input: z.object({
    weekdays: z.array(z.coerce.number().int().min(1).max(7)).min(1, 'errors.required').max(7),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'errors.timeOfDay'),
  }),
  async run({ tx, input, now, outbox, audit }) {
    const before = await releaseRhythm(tx);
    const slots = [...new Set(input.weekdays)].sort().map((weekday) => ({ weekday, at: input.at }));
    await writeSetting(tx, RHYTHM_SETTING, { ...before, slots }, now);
    await reckonAnew(outbox);
    audit({ type: 'setting', id: RHYTHM_SETTING }, { slots });
    return { slots };
  },
});
