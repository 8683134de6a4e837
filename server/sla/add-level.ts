import { z } from 'zod';
import { housePolicy, insertLevel, listLevels, writeTargets } from '@/db/sla/queries';
import { freeKey } from '@/domain/forms/fields';
import { action } from '../kernel/action';
import { reckonAnew } from './announce';
import { fitAmong, levelFields } from './level-fields';

/** Adds a level of criticality with what is promised for it; its key comes from its French name. No two begin at the same severity (`invalid`). */
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
    const policy = await housePolicy(tx);
    if (policy) await writeTargets(tx, policy.key, key, targets);
    await reckonAnew(outbox);
    audit({ type: 'level', id: key }, { fromSeverity: words.fromSeverity, targets });
    return { key };
  },
});
