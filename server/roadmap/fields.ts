import { z } from 'zod';
import { HORIZONS, isQuarter } from '@/domain/roadmap/themes';
import { bilingual } from '../kernel/bilingual';

/** What a theme says, whichever verb writes it. */
export const themeFields = {
  title: bilingual(120),
  why: bilingual(2000),
  what: bilingual(4000),
  area: bilingual(80),
  horizon: z.enum(HORIZONS, 'errors.choice'),
  quarter: z.union([z.literal(''), z.string().refine(isQuarter, 'errors.quarter')]).optional(),
  steps: z
    .array(z.object({ id: z.uuid().optional(), title: bilingual(160), done: z.boolean() }))
    .max(30)
    .default([]),
};
