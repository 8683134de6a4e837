import { Temporal } from '../time/temporal';
import type { Impact, IncidentStatus } from './status';

/** A step of an incident as the fold needs it; `at` in epoch milliseconds. */
export type IncidentStep = { status: IncidentStatus; impact: Impact; at: number };

/** What the row of an incident caches from its steps; instants in epoch milliseconds. */
export type IncidentState = {
  status: IncidentStatus;
  impact: Impact;
  monitoringAt: number | null;
  resolvedAt: number | null;
};

/**
 * Folds the steps of an incident, oldest first, into its present state. The impact is the latest one told; the first
 * moment of monitoring and of resolution count, and a step back into trouble forgets both. Throws a `RangeError`
 * without a step, which is a bug.
 */
export const foldIncident = (steps: readonly IncidentStep[]): IncidentState => {
  const last = steps.at(-1);
  if (!last) throw new RangeError('an incident begins with its first update');
  let [monitoringAt, resolvedAt]: (number | null)[] = [null, null];
  for (const { status, at } of steps) {
    if (status === 'monitoring') monitoringAt ??= at;
    else if (status === 'resolved') resolvedAt ??= at;
    else if (status !== 'postmortem') [monitoringAt, resolvedAt] = [null, null];
  }
  return {
    status: last.status,
    impact: last.impact,
    monitoringAt: monitoringAt ?? null,
    resolvedAt: resolvedAt ?? null,
  };
};

/** Groups what happened by calendar month of a time zone, in the order given: `2026-11` with its incidents. */
export const byMonth = <Item extends { startedAt: Date }>(
  items: readonly Item[],
  timeZone: string,
): { month: string; items: Item[] }[] => {
  const months = new Map<string, Item[]>();
  for (const item of items) {
    const at = Temporal.Instant.fromEpochMilliseconds(item.startedAt.getTime()).toZonedDateTimeISO(timeZone);
    const month = at.toPlainDate().toPlainYearMonth().toString();
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months].map(([month, grouped]) => ({ month, items: grouped }));
};
