import { answerTimes, resolutionTimes } from '@/db/reports/times';
import { listLevels } from '@/db/sla/queries';
import { countedBy, type Spread } from '@/domain/reports/figures';
import { partsOf } from '@/domain/reports/filter';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

const NONE: Spread = { count: 0, wall: { median: null, p90: null }, open: { median: null, p90: null } };
const MEASURED = {
  answer: answerTimes,
  resolution: resolutionTimes,
} as const;

/** The verb that tells one of the durations: median and ninth decile, in all, by level and by part of the period. */
export const timesOf = (report: keyof typeof MEASURED) =>
  query({
    permission: `reports.${report}`,
    pace: REPORT_PACE,
    input: reportInput,
    async run({ db, actor, input, now }) {
      const { filter, scope } = await askedFor(db, actor, input, now);
      const times = await MEASURED[report](db, scope);
      const levels = await listLevels(db);
      const known = new Map(times.parts.map((row) => [row.part, row]));
      return {
        all: times.all,
        parts: partsOf(filter).map((part) => known.get(part) ?? { part, ...NONE }),
        levels: times.levels
          .map(({ promised, ...row }) => ({
            ...row,
            name: levels.find(({ key }) => key === row.level)?.name ?? null,
            severity: levels.find(({ key }) => key === row.level)?.fromSeverity ?? 0,
            /** By which of both the deadlines of its requests count; `null` where nothing is promised. */
            counts: countedBy(promised),
          }))
          .sort((a, b) => b.severity - a.severity),
      };
    },
  });
