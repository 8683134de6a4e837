import { z } from 'zod';
import { insertType, keysOfPortals, keysOfTypes } from '@/db/forms/queries';
import { freeKey } from '@/domain/forms/fields';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { typeFields } from './fields';
import { knownPolicy } from './known-policy';
import { openTeam } from './open-team';

/** Addresses of the administration that are no types. */
const RESERVED = ['new'];

/** Adds a type after the others of its portal; its key comes from its French name. Its form begins without fields. */
export const addType = action({
  permission: 'forms.addType',
  input: z.object(typeFields),
  async run({ tx, input, audit }) {
    if (!(await keysOfPortals(tx)).includes(input.portal)) throw invalidField('portal', 'errors.choice');
    await openTeam(tx, input.teamId);
    await knownPolicy(tx, input.policyKey);
    const key = freeKey(input.name.fr, [...(await keysOfTypes(tx)), ...RESERVED]);
    await insertType(tx, { key, ...input });
    audit({ type: 'requestType', id: key }, { portal: input.portal, active: input.active });
    return { key };
  },
});
