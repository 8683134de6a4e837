import { volume as volumeOf } from '@/db/reports/volume';
import { partsOf } from '@/domain/reports/filter';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

/** Requests opened, resolved and taken up again, for every part of the period; parts without any are 0. */
export const volume = query({
  permission: 'reports.volume',
  pace: REPORT_PACE,
  input: reportInput,
  async run({ db, actor, input, now }) {
    const { filter, scope } = await askedFor(db, actor, input, now);
    const known = new Map((await volumeOf(db, scope)).map((row) => [row.part, row]));
    const parts = partsOf(filter).map((part) => known.get(part) ?? { part, opened: 0, resolved: 0, reopened: 0 });
    const sum = (what: 'opened' | 'resolved' | 'reopened') => parts.reduce((all, part) => all + part[what], 0);
    return { parts, total: { opened: sum('opened'), resolved: sum('resolved'), reopened: sum('reopened') } };
  },
});
