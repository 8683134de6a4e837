import { z } from 'zod';
import { housePolicy, listLevels, writeLevel, writeTargets } from '@/db/sla/queries';
import { invalidField, notFound } from '@/domain/refusal';
import { needsAmount, TARGET_SHAPES, targetOf } from '@/domain/sla/written';
import { action } from '../kernel/action';
import { bilingual } from '../kernel/bilingual';
import { reckonAnew } from './announce';

const target = z
  .object({ shape: z.enum(TARGET_SHAPES), amount: z.string().trim() })
  .transform(({ shape, amount }, context) => {
    const number = Number(amount || Number.NaN);
    if (needsAmount(shape) && !(Number.isInteger(number) && number >= 1 && number <= 10_000)) {
      context.addIssue({ code: 'custom', message: 'errors.targetAmount', path: ['amount'] });
      return z.NEVER;
    }
    return targetOf(shape, number);
  });

/**
 * Changes a level of criticality: what people read, from which severity on it applies, and what the house promises for it.
 * One level must apply from severity 1, and no two from the same (`invalid`). Requests at work are reckoned anew.
 */
export const editLevel = action({
  permission: 'sla.editLevel',
  input: z.object({
    key: z.string().min(1),
    name: bilingual(60),
    definition: bilingual(400),
    examples: bilingual(400),
    fromSeverity: z.coerce.number().int().min(1).max(5),
    targets: z.object({ taken: target, answer: target, resolution: target }),
  }),
  async run({ tx, input, outbox, audit }) {
    const levels = await listLevels(tx);
    const { key, targets, ...words } = input;
    if (!levels.some((level) => level.key === key)) throw notFound('level');
    const others = levels.filter((level) => level.active && level.key !== key).map((level) => level.fromSeverity);
    if (others.includes(input.fromSeverity)) throw invalidField('fromSeverity', 'errors.severityTaken');
    if (Math.min(input.fromSeverity, ...others) > 1) throw invalidField('fromSeverity', 'errors.severityGap');
    await writeLevel(tx, key, words);
    const policy = await housePolicy(tx);
    if (policy) await writeTargets(tx, policy.key, key, targets);
    await reckonAnew(outbox);
    audit({ type: 'level', id: key }, { fromSeverity: input.fromSeverity, targets });
    return { key };
  },
});
