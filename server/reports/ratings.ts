import { ratings as ratingsOf } from '@/db/reports/standing';
import { RATINGS } from '@/domain/tickets/rating';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

/** What requesters said of how their requests were handled in the period, best first. */
export const ratings = query({
  permission: 'reports.ratings',
  pace: REPORT_PACE,
  input: reportInput,
  async run({ db, actor, input, now }) {
    const { scope } = await askedFor(db, actor, input, now);
    const said = await ratingsOf(db, scope);
    const rows = RATINGS.map((rating) => ({ rating, count: said.find((row) => row.rating === rating)?.count ?? 0 }));
    return { rows, total: rows.reduce((sum, row) => sum + row.count, 0) };
  },
});
