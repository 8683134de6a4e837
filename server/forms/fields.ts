import { z } from 'zod';
import { FIELD_KINDS, FIELD_LIMITS, FIELD_NEEDS, hasOptions, readOptions } from '@/domain/forms/fields';
import { RESOLVE_NEEDS } from '@/domain/forms/resolving';
import { bilingual } from '../kernel/bilingual';

/** A text in both languages that may be left out altogether; English alone is a French text forgotten. */
export const optionalBilingual = (max: number) =>
  z
    .object({ fr: z.string().trim().max(max), en: z.string().trim().max(max).optional() })
    .refine(({ fr, en }) => Boolean(fr) || !en, { error: 'errors.frenchFirst', path: ['fr'] })
    .transform(({ fr, en }) => (fr ? { fr, ...(en ? { en } : {}) } : null));

/** What an administrator says of a portal. */
export const portalFields = { name: bilingual(60), intro: bilingual(400), active: z.boolean().default(true) };

/** What an administrator says of a type. */
export const typeFields = {
  portal: z.string().min(1, 'errors.choice').max(60),
  name: bilingual(80),
  situation: bilingual(200),
  guidance: bilingual(800),
  asksCriticality: z.boolean().default(false),
  needsReproduction: z.boolean().default(false),
  becomesIdea: z.boolean().default(false),
  needsCompleteness: z.boolean().default(false),
  /** What the desk says before it resolves one of its requests. */
  resolveNeeds: z
    .array(z.enum(RESOLVE_NEEDS, 'errors.choice'))
    .default([])
    .transform((needs) => RESOLVE_NEEDS.filter((need) => needs.includes(need))),
  /** Which team of the desk gets its requests. */
  teamId: z
    .union([z.literal(''), z.uuid('errors.choice')], 'errors.choice')
    .default('')
    .transform((id) => id || null),
  /** Which policy its deadlines go by; nothing is the house's own. */
  policyKey: z
    .string()
    .max(80, 'errors.choice')
    .default('')
    .transform((key) => key || null),
  active: z.boolean().default(true),
};

/** What an administrator says of a field. Choices come as written, one a line. */
export const fieldFields = {
  kind: z.enum(FIELD_KINDS, 'errors.choice'),
  label: bilingual(120),
  help: optionalBilingual(400),
  why: optionalBilingual(300),
  need: z.enum(FIELD_NEEDS, 'errors.choice'),
  options: z.string().max(8000).default(''),
  active: z.boolean().default(true),
};

type Written = { kind: (typeof FIELD_KINDS)[number]; options: string };

/** The choices of a field as they are kept; other kinds have none. `null` where there are too few or too many. */
export const optionsOf = ({ kind, options }: Written, known: Parameters<typeof readOptions>[1]) => {
  if (!hasOptions(kind)) return [];
  const read = readOptions(options, known);
  return read.length < 2 || read.length > FIELD_LIMITS.options ? null : read;
};
