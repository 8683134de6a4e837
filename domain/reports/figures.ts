import type { Target } from '../sla/targets';

/** Ages of open requests, by the days since they were opened that end each of them; the last has no end. */
export const AGE_DAYS = [1, 3, 7, 14, 30] as const;
export const AGES = ['day', 'days3', 'week', 'weeks2', 'month', 'older'] as const;

/** How long something took, in milliseconds: by the clock on the wall, and counting opening hours alone. */
export type Spread = {
  count: number;
  wall: { median: number | null; p90: number | null };
  open: { median: number | null; p90: number | null };
};

/** By what deadlines count: opening hours, the clock on the wall, or some by the one and some by the other. */
export type CountedBy = 'open' | 'wall' | 'both';

/** The same of what was promised for some requests, by kind of target; `null` where nothing was. */
export const countedBy = (kinds: readonly Target['kind'][]): CountedBy | null => {
  const promised = kinds.filter((kind) => kind !== 'bestEffort');
  if (promised.length === 0) return null;
  const open = promised.filter((kind) => kind === 'work').length;
  if (open === 0) return 'wall';
  return open === promised.length ? 'open' : 'both';
};

/** Deadlines that were kept and missed in a period, and those that are late now. */
export type Kept = { kept: number; missed: number; late: number };

/** The share that was kept, from 0 to 1; `null` where none was due. */
export const keptShare = ({ kept, missed }: Pick<Kept, 'kept' | 'missed'>): number | null =>
  kept + missed === 0 ? null : kept / (kept + missed);

/** Adds up figures of the same kind. */
export const keptInAll = (all: readonly Kept[]): Kept =>
  all.reduce(
    (sum, one) => ({ kept: sum.kept + one.kept, missed: sum.missed + one.missed, late: sum.late + one.late }),
    { kept: 0, missed: 0, late: 0 },
  );

const UNITS = [
  { unit: 'minute', from: 0, ms: 60_000 },
  { unit: 'hour', from: 90 * 60_000, ms: 3_600_000 },
  { unit: 'day', from: 48 * 3_600_000, ms: 86_400_000 },
] as const;

/**
 * A duration in the unit that people would say it in. Opening hours stay hours: a working day is no day of 24 hours.
 */
export const inWords = (ms: number, measure: 'open' | 'wall'): { value: number; unit: 'minute' | 'hour' | 'day' } => {
  const known = measure === 'open' ? UNITS.slice(0, 2) : UNITS;
  const { unit, ms: one } = [...known].reverse().find(({ from }) => ms >= from) ?? UNITS[0];
  const value = ms / one;
  return { value: value < 10 && unit !== 'minute' ? Math.round(value * 10) / 10 : Math.round(value), unit };
};
