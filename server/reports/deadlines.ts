import { deadlines as deadlinesOf } from '@/db/reports/deadlines';
import { listLevels } from '@/db/sla/queries';
import { keptInAll } from '@/domain/reports/figures';
import { CLOCK_KINDS } from '@/domain/tickets/history';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

/** Deadlines kept and missed in the period and late now, by level, gravest first, and by what was promised. */
export const deadlines = query({
  permission: 'reports.deadlines',
  pace: REPORT_PACE,
  input: reportInput,
  async run({ db, actor, input, now }) {
    const { scope } = await askedFor(db, actor, input, now);
    const [rows, levels] = [await deadlinesOf(db, scope), await listLevels(db)];
    const named = rows.map((row) => {
      const level = levels.find(({ key }) => key === row.level);
      return { ...row, name: level?.name ?? null, severity: level?.fromSeverity ?? 0 };
    });
    const place = (clock: (typeof CLOCK_KINDS)[number]) => CLOCK_KINDS.indexOf(clock);
    return {
      all: keptInAll(rows),
      rows: named.sort((a, b) => b.severity - a.severity || place(a.clock) - place(b.clock)),
    };
  },
});
