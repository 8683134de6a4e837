import { z } from 'zod';
import { keysOfPortals, placeAtEnd, typeForUpdate, updateType } from '@/db/forms/queries';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';
import { typeFields } from './fields';
import { knownPolicy } from './known-policy';
import { openTeam } from './open-team';

/** Changes a type: its words, its portal (where it comes last), what its form asks, the policy of its deadlines (requests at work are reckoned anew). Out of use it can no longer be chosen; its requests go on. */
export const editType = action({
  permission: 'forms.editType',
  input: z.object({ key: z.string().min(1).max(60), ...typeFields }),
  async run({ tx, input: { key, ...change }, outbox, audit }) {
    const before = await typeForUpdate(tx, key);
    if (!(await keysOfPortals(tx)).includes(change.portal)) throw invalidField('portal', 'errors.choice');
    await openTeam(tx, change.teamId);
    await knownPolicy(tx, change.policyKey);
    const moved = change.portal === before.portal ? {} : { position: await placeAtEnd(tx, change.portal) };
    await updateType(tx, key, { ...change, ...moved });
    const { policyKey, needsReproduction } = change;
    // What its requests are reckoned by is another now.
    if (policyKey !== before.policyKey || needsReproduction !== before.needsReproduction) await reckonAnew(outbox);
    audit(
      { type: 'requestType', id: key },
      {
        portal: change.portal,
        active: [before.active, change.active],
        policy: [before.policyKey ?? 'house', policyKey ?? 'house'],
      },
    );
    return { key };
  },
});
