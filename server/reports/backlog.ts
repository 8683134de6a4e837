import { backlog as backlogOf } from '@/db/reports/standing';
import { AGES } from '@/domain/reports/figures';
import { OPEN_STATUSES } from '@/domain/tickets/desk-list';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

/** What is still to be done at this moment, by status and by the time since it was opened; the period narrows nothing. */
export const backlog = query({
  permission: 'reports.backlog',
  pace: REPORT_PACE,
  input: reportInput,
  async run({ db, actor, input, now }) {
    const { scope } = await askedFor(db, actor, input, now);
    const cells = await backlogOf(db, scope);
    const rows = OPEN_STATUSES.map((status) => {
      const ages = AGES.map((_, age) => cells.find((cell) => cell.status === status && cell.age === age)?.count ?? 0);
      return { status, ages, total: ages.reduce((sum, count) => sum + count, 0) };
    }).filter(({ total }) => total > 0);
    const ages = AGES.map((_, age) => rows.reduce((sum, row) => sum + (row.ages[age] ?? 0), 0));
    return { rows, ages, total: rows.reduce((sum, row) => sum + row.total, 0) };
  },
});
