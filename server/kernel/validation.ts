import type { z } from 'zod';
import { type Phrase, Refusal } from '@/domain/refusal';

type Issue = z.core.$ZodIssue;

/** A message that is a key of ours is kept; what zod says by itself is turned into a key of ours with its data. */
const phraseOf = (issue: Issue): Phrase => {
  if (issue.message.startsWith('errors.')) return { key: issue.message };
  switch (issue.code) {
    case 'too_small':
      return Number(issue.minimum) <= 1 && issue.origin === 'string'
        ? { key: 'errors.required' }
        : {
            key: `errors.tooSmall.${issue.origin === 'string' ? 'string' : 'other'}`,
            data: { minimum: Number(issue.minimum) },
          };
    case 'too_big':
      return {
        key: `errors.tooBig.${issue.origin === 'string' ? 'string' : 'other'}`,
        data: { maximum: Number(issue.maximum) },
      };
    case 'invalid_format':
      return {
        key: issue.format === 'email' ? 'errors.email' : issue.format === 'url' ? 'errors.url' : 'errors.format',
      };
    case 'invalid_value':
      return { key: 'errors.choice' };
    default:
      return { key: issue.code === 'invalid_type' ? 'errors.required' : 'errors.format' };
  }
};

/**
 * Validates an input, or throws the `Refusal` that names each field at fault; the first fault of a field is the one told.
 * `faults` are those that the schema cannot know, told together with its own so that nobody corrects a form twice.
 */
export const validated = <S extends z.ZodType>(
  schema: S,
  raw: z.input<S>,
  faults: Record<string, Phrase> = {},
): z.output<S> => {
  const result = schema.safeParse(raw);
  if (result.success && Object.keys(faults).length === 0) return result.data;
  const fields = { ...faults };
  for (const issue of result.error?.issues ?? []) fields[issue.path.join('.')] ??= phraseOf(issue);
  throw new Refusal('invalid', 'errors.invalid', {}, fields);
};
