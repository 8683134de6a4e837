import { z } from 'zod';
import { invalidField } from '@/domain/refusal';
import { needsAmount, TARGET_SHAPES, targetOf } from '@/domain/sla/written';
import { bilingual } from '../kernel/bilingual';

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

/** What is promised for a level, as an administrator writes it: for each clock a shape and, where it needs one, a number. */
export const targetFields = z.object({ taken: target, answer: target, resolution: target });

/** What an administrator says of a level. */
export const levelFields = {
  name: bilingual(60),
  definition: bilingual(400),
  examples: bilingual(400),
  fromSeverity: z.coerce.number().int().min(1).max(5),
  targets: targetFields,
};

/** Refuses (`invalid`) a severity that another level in use begins at, and levels of which none begins at 1. */
export const fitAmong = (fromSeverity: number, others: readonly number[]): void => {
  if (others.includes(fromSeverity)) throw invalidField('fromSeverity', 'errors.severityTaken');
  if (Math.min(fromSeverity, ...others) > 1) throw invalidField('fromSeverity', 'errors.severityGap');
};
