import { z } from 'zod';

/** A text that must exist in French and may exist in English. `max` in characters, for each language. */
export const bilingual = (max: number) =>
  z.object({
    fr: z.string().trim().min(1, 'errors.required').max(max),
    en: z.string().trim().max(max).optional(),
  });
