import { teamLoads } from '@/db/reports/load';
import { listTeams } from '@/db/teams/queries';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

/** What each team has to do now, and what came and went in the period; most to do first. */
export const teams = query({
  permission: 'reports.teams',
  pace: REPORT_PACE,
  input: reportInput,
  async run({ db, actor, input, now }) {
    const { scope } = await askedFor(db, actor, input, now);
    const [rows, known] = [await teamLoads(db, scope), await listTeams(db)];
    return rows
      .map((row) => ({ ...row, name: known.find(({ id }) => id === row.teamId)?.name ?? null }))
      .sort((a, b) => b.open - a.open || b.opened - a.opened);
  },
});
