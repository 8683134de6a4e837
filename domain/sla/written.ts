import { Temporal } from '../time/temporal';
import { type LocalSpan, minutesOf } from './calendar';
import { ELAPSED_UNITS, type Target, WORK_UNITS } from './targets';

const SPAN = /^(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)$/;

/** Reads opening hours as people write them, `09:00-12:30, 14:00-18:00`; nothing is a closed day. `null` where it makes no sense. */
export const readSpans = (written: string): LocalSpan[] | null => {
  const parts = written.split(/[,;]/).map((part) => part.trim());
  const spans = parts.filter(Boolean).map((part) => {
    const [, from, to] = SPAN.exec(part) ?? [];
    return from && to ? { from, to } : null;
  });
  try {
    if (spans.some((span) => span === null || minutesOf(span.from) >= minutesOf(span.to))) return null;
  } catch {
    return null;
  }
  return spans.flatMap((span) => span ?? []);
};

/** Opening hours as `readSpans` reads them. */
export const writeSpans = (spans: readonly LocalSpan[]): string =>
  spans.map(({ from, to }) => `${from}-${to}`).join(', ');

const isDate = (date: string): boolean => {
  try {
    return Temporal.PlainDate.from(date).toString() === date;
  } catch {
    return false;
  }
};

export type WrittenDay = { date: string; spans: LocalSpan[]; name: string };

/**
 * Reads days, one a line: `2026-12-24 Pont de Noël`, or with hours `2026-12-19 10:00-12:00 Samedi ouvert`. `null` where a
 * line makes no sense.
 */
export const readDays = (written: string): WrittenDay[] | null => {
  const lines = written.split('\n').map((line) => line.trim());
  const days = lines.filter(Boolean).map((line) => {
    const [, date = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    const [hours = ''] = /^[\d:,;\s–-]*/.exec(rest) ?? [];
    const spans = readSpans(hours);
    const name = rest.slice(hours.length).trim();
    return isDate(date) && spans && name ? { date, spans, name } : null;
  });
  return days.includes(null) ? null : days.flatMap((day) => day ?? []);
};

/** Days as `readDays` reads them. */
export const writeDays = (
  days: readonly { date: string; spans?: readonly LocalSpan[]; name: { fr: string } }[],
): string =>
  days.map(({ date, spans = [], name }) => [date, writeSpans(spans), name.fr].filter(Boolean).join(' ')).join('\n');

/** What a target can be, as one choice in a form: a kind, with its unit where it has one. */
export const TARGET_SHAPES = [
  ...WORK_UNITS.map((unit) => `work.${unit}` as const),
  ...ELAPSED_UNITS.map((unit) => `elapsed.${unit}` as const),
  'nextRelease',
  'releaseWithin',
  'bestEffort',
] as const;
export type TargetShape = (typeof TARGET_SHAPES)[number];

/** The choice and the number that a target is written as. */
export const shapeOf = (target: Target): { shape: TargetShape; amount: number | null } => {
  if (target.kind === 'work') return { shape: `work.${target.unit}`, amount: target.amount };
  if (target.kind === 'elapsed') return { shape: `elapsed.${target.unit}`, amount: target.amount };
  return { shape: target.kind, amount: target.kind === 'releaseWithin' ? target.weeks : null };
};

/** Whether a choice needs a number. */
export const needsAmount = (shape: TargetShape): boolean => shape !== 'nextRelease' && shape !== 'bestEffort';

/** The target of a choice and a number, which is at least 1 where it is needed. */
export const targetOf = (shape: TargetShape, amount: number): Target => {
  if (shape === 'nextRelease' || shape === 'bestEffort') return { kind: shape };
  if (shape === 'releaseWithin') return { kind: 'releaseWithin', weeks: amount };
  const work = WORK_UNITS.find((unit) => shape === `work.${unit}`);
  if (work) return { kind: 'work', amount, unit: work };
  const elapsed = ELAPSED_UNITS.find((unit) => shape === `elapsed.${unit}`);
  if (elapsed) return { kind: 'elapsed', amount, unit: elapsed };
  throw new RangeError(`no target has the shape ${shape}`);
};
