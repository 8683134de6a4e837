/** The two levels of support: the first hears customers, the second is asked by the first. */
export const TEAM_LEVELS = [1, 2] as const;
export type TeamLevel = (typeof TEAM_LEVELS)[number];

/** Lengths in characters, told beside the fields. */
export const TEAM_LIMITS = { name: { min: 2, max: 60 }, reason: 120 } as const;

/** A period off work, both days included, as calendar days (`2026-12-24`) of the person's own time zone. */
export type Absence = { fromDay: string; untilDay: string };

/** Whether somebody is away at an instant, by the calendar on their own wall. */
export const isAbsent = (absences: readonly Absence[], today: string): boolean =>
  absences.some(({ fromDay, untilDay }) => fromDay <= today && today <= untilDay);
