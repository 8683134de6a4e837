import { z } from 'zod';
import { housePolicy, listLevels, writeLevel, writeTargets } from '@/db/sla/queries';
import { notFound } from '@/domain/refusal';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';
import { fitAmong, levelFields } from './level-fields';

/**
 * Changes a level of criticality: what people read, from which severity on it applies, and what the house promises for it.
 * One level must apply from severity 1, and no two from the same (`invalid`). Requests at work are reckoned anew.
 */
export const editLevel = action({
  permission: 'sla.editLevel',
  input: z.object({ key: z.string().min(1), ...levelFields }),
  async run({ tx, input, outbox, audit }) {
    const levels = await listLevels(tx);
    const { key, targets, ...words } = input;
    if (!levels.some((level) => level.key === key)) throw notFound('level');
    const others = levels.filter((level) => level.active && level.key !== key).map((level) => level.fromSeverity);
    fitAmong(input.fromSeverity, others);
    await writeLevel(tx, key, words);
    const policy = await housePolicy(tx);
    if (policy) await writeTargets(tx, policy.key, key, targets);
    await reckonAnew(outbox);
    audit({ type: 'level', id: key }, { fromSeverity: input.fromSeverity, targets });
    return { key };
  },
});
