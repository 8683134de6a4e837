import { z } from 'zod';
import { readingsByAnswer, visitsByWeek } from '@/db/search/report';
import { houseTimeZone } from '@/db/sla/house-zone';
import { FOLLOW_UP_DAYS } from '@/domain/search/log';
import { query } from '../kernel/action';
import { periodOf, reportFilter } from './report';

const DAY_MS = 86_400_000;

/**
 * What was read after a search, a suggestion or from the form of a request, and whether a request followed: by answer,
 * and by week of the visits, in the time zone of the house.
 */
export const deflection = query({
  permission: 'search.deflection',
  input: z.object({ ...reportFilter, limit: z.number().int().min(1).max(5000).default(50) }),
  async run({ db, input, now }) {
    const settledBefore = new Date(now.getTime() - FOLLOW_UP_DAYS * DAY_MS);
    const period = { ...periodOf(input, now), settledBefore };
    const timeZone = await houseTimeZone(db);
    const [answers, weeks] = await Promise.all([
      readingsByAnswer(db, period, input.limit),
      visitsByWeek(db, period, timeZone),
    ]);
    return { answers, weeks };
  },
});
