import { z } from 'zod';
import { updateAccount } from '@/db/people/accounts';
import { readOwnKeys } from '@/domain/people/keys';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { signedIn } from './own-account';

/**
 * Chooses the keys of the working places for oneself, by the names of what they do; what is left out or empty has its usual
 * key again. Refuses (`invalid`, field `keys.<name>`) what is no key, and two deeds of one page with the same one.
 */
export const editKeys = action({
  permission: 'people.editKeys',
  input: z.object({ keys: z.record(z.string().max(40), z.string().max(20)) }),
  async run({ tx, actor, input, audit }) {
    const { id } = signedIn(actor);
    const { own, faults } = readOwnKeys(input.keys);
    const wrong = Object.entries(faults).map(([name, phrase]) => [`keys.${name}`, phrase] as const);
    if (wrong.length > 0) throw new Refusal('invalid', 'errors.shortcuts', {}, Object.fromEntries(wrong));
    await updateAccount(tx, id, { keys: own });
    audit({ type: 'user', id }, { keys: Object.keys(own).length });
    return { keys: own };
  },
});
