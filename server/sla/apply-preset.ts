import { z } from 'zod';
import { PRESET_WORDS } from '@/db/seed/levels';
import { deleteLevel, insertLevel, keysOfPolicies, listLevels, writeLevel, writeTargets } from '@/db/sla/queries';
import { PRESETS, presetLevels } from '@/domain/sla/presets';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';

/**
 * Divides gravity into the three, four or five levels of a shipped preset. Levels that are there already keep their words
 * and promises; others go: those that requests have are kept for them and given to no other, the rest is deleted.
 */
export const applyPreset = action({
  permission: 'sla.applyPreset',
  input: z.object({ preset: z.enum(PRESETS, 'errors.choice') }),
  async run({ tx, input: { preset }, outbox, audit }) {
    const before = await listLevels(tx);
    const wanted = presetLevels(preset, PRESET_WORDS);
    const policies = await keysOfPolicies(tx);
    for (const { targets, ...level } of wanted) {
      const { key, fromSeverity } = level;
      if (before.some((one) => one.key === key)) {
        await writeLevel(tx, key, { fromSeverity, active: true });
        continue;
      }
      await insertLevel(tx, level);
      for (const policy of policies) await writeTargets(tx, policy, key, targets);
    }
    const others = before.filter(({ key }) => !wanted.some((level) => level.key === key));
    for (const { key } of others) if (!(await deleteLevel(tx, key))) await writeLevel(tx, key, { active: false });
    await reckonAnew(outbox);
    audit({ type: 'setting', id: 'sla.levels' }, { preset, gone: others.map(({ key }) => key) });
    return { preset };
  },
});
