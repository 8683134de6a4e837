import { answerTimes, resolutionTimes } from '@/db/reports/times';
import { housePolicy, listLevels } from '@/db/sla/queries';
import type { Spread } from '@/domain/reports/figures';
import { partsOf } from '@/domain/reports/filter';
import { countsWork } from '@/domain/sla/targets';
import { query } from '../kernel/action';
import { askedFor, REPORT_PACE, reportInput } from './scope';

const NONE: Spread = { count: 0, wall: { median: null, p90: null }, open: { median: null, p90: null } };
const MEASURED = {
  answer: { read: answerTimes, clock: 'taken' },
  resolution: { read: resolutionTimes, clock: 'resolution' },
} as const;

/** The verb that tells one of the durations: median and ninth decile, in all, by level and by part of the period. */
export const timesOf = (report: keyof typeof MEASURED) =>
  query({
    permission: `reports.${report}`,
    pace: REPORT_PACE,
    input: reportInput,
    async run({ db, actor, input, now }) {
      const { filter, scope } = await askedFor(db, actor, input, now);
      const { read, clock } = MEASURED[report];
      const times = await read(db, scope);
      const [levels, policy] = [await listLevels(db), await housePolicy(db)];
      const known = new Map(times.parts.map((row) => [row.part, row]));
      return {
        all: times.all,
        parts: partsOf(filter).map((part) => known.get(part) ?? { part, ...NONE }),
        levels: times.levels
          .map((row) => {
            const target = row.level === null ? undefined : policy?.targets.get(row.level)?.[clock];
            return {
              ...row,
              name: levels.find(({ key }) => key === row.level)?.name ?? null,
              severity: levels.find(({ key }) => key === row.level)?.fromSeverity ?? 0,
              /** By which of both its deadline counts; `null` where nothing is promised. */
              counts:
                !target || target.kind === 'bestEffort'
                  ? null
                  : countsWork(target)
                    ? ('open' as const)
                    : ('wall' as const),
            };
          })
          .sort((a, b) => b.severity - a.severity),
      };
    },
  });
