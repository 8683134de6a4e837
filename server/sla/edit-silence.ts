import { z } from 'zod';
import { writeSetting } from '@/db/kernel/settings';
import { SILENCE_SETTING } from '@/db/tickets/silence';
import { invalidField } from '@/domain/refusal';
import { isOrdered } from '@/domain/tickets/silence';
import { action } from '../kernel/action';

const days = z.coerce.number('errors.dayCount').int().min(1).max(365);

/** Changes after how many days of silence people are reminded and requests closed; reminders come before the closing. */
export const editSilence = action({
  permission: 'sla.editSilence',
  input: z.object({ firstReminder: days, secondReminder: days, close: days, closeResolved: days }),
  async run({ tx, input, now, audit }) {
    if (!isOrdered(input)) throw invalidField('close', 'errors.silenceOrder');
    await writeSetting(tx, SILENCE_SETTING, input, now);
    audit({ type: 'setting', id: SILENCE_SETTING }, input);
    return input;
  },
});
