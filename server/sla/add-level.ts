import { z } from 'zod';
import { insertLevel, keysOfPolicies, listLevels, writeTargets } from '@/db/sla/queries';
import { freeKey } from '@/domain/forms/fields';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';
import { fitAmong, levelFields } from './level-fields';

/** Adds a level of criticality with what every policy promises for it at first; its key comes from its French name. No two begin at the same severity (`invalid`). */
export const addLevel = action({
  permission: 'sla.addLevel',
  input: z.object(levelFields),
  async run({ tx, input: { targets, ...words }, outbox, audit }) {
    const levels = await listLevels(tx);
    fitAmong(
      words.fromSeverity,
      levels.filter((level) => level.active).map((level) => level.fromSeverity),
    );
    const key = freeKey(
      words.name.fr,
      levels.map((level) => level.key),
    );
    await insertLevel(tx, { key, ...words });
    // Every policy begins with the same promise for it: one that said nothing would promise nothing unasked.
    for (const policy of await keysOfPolicies(tx)) await writeTargets(tx, policy, key, targets);
    await reckonAnew(outbox);
    audit({ type: 'level', id: key }, { fromSeverity: words.fromSeverity, targets });
    return { key };
  },
});
