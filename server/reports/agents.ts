import { namesOf } from '@/db/people/queries';
import { agentLoads } from '@/db/reports/load';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

/** What each person of the desk has to do now, and what they did in the period; most to do first. */
export const agents = query({
  permission: 'reports.agents',
  pace: REPORT_PACE,
  input: reportInput,
  async run({ db, actor, input, now }) {
    const { scope } = await askedFor(db, actor, input, now);
    const rows = await agentLoads(db, scope);
    const names = await namesOf(
      db,
      rows.map(({ userId }) => userId),
    );
    return rows
      .map((row) => ({ ...row, name: names.get(row.userId) ?? '' }))
      .sort((a, b) => b.open - a.open || b.answers - a.answers || a.name.localeCompare(b.name));
  },
});
