import { describe, expect, it } from 'vitest';
import { type LocalSpan, openTimeOf, type WorkCalendar } from './calendar';
import { type Chance, chance, minuteModel, slowReach, slowSpent } from './fixtures/minute-model';
import { inParis, paris, parisTime } from './fixtures/paris';
import { type Break, reach, spent } from './work-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const time = parisTime();
const pause = (from: string, to: string | null): Break => ({ from: paris(from), to: to === null ? null : paris(to) });

describe('opening hours from an instant on', () => {
  it.each([
    ['within a morning', '2026-11-09 10:00', 1, '2026-11-09 11:00'],
    ['to the very end of it', '2026-11-09 10:00', 2.5, '2026-11-09 12:30'],
    ['over the break at noon', '2026-11-09 12:00', 1, '2026-11-09 14:30'],
    ['from the break at noon', '2026-11-09 13:00', 1, '2026-11-09 15:00'],
    ['from before opening', '2026-11-09 06:00', 1, '2026-11-09 10:00'],
    ['from midnight', '2026-11-09 00:00', 1, '2026-11-09 10:00'],
    ['from the very end of the day', '2026-11-09 18:00', 1, '2026-11-10 10:00'],
    ['over a night', '2026-11-09 17:30', 1, '2026-11-10 09:30'],
    ['over a holiday', '2026-11-10 17:30', 1, '2026-11-12 09:30'],
    ['from a holiday', '2026-11-11 10:00', 1, '2026-11-12 10:00'],
    ['over a weekend', '2026-11-13 16:30', 1, '2026-11-16 09:30'],
    ['over a day off of one’s own', '2026-12-23 17:30', 1, '2026-12-28 09:30'],
    ['into an open Saturday', '2026-12-18 16:30', 1, '2026-12-19 10:30'],
    ['over it', '2026-12-18 16:30', 3, '2026-12-21 09:30'],
    ['none at all', '2026-11-11 10:00', 0, '2026-11-11 10:00'],
  ])('%s', (_name, from, hours, until) => {
    expect(inParis(reach(time, paris(from), hours * HOUR, []))).toBe(until);
  });

  it.each([
    ['a pause within', [pause('2026-11-09 10:30', '2026-11-09 11:00')], '2026-11-09 11:30'],
    ['a pause over noon costs what of it is open', [pause('2026-11-09 10:30', '2026-11-09 15:00')], '2026-11-09 15:30'],
    [
      'a pause from a closed hour to a closed hour',
      [pause('2026-11-09 13:00', '2026-11-09 13:30')],
      '2026-11-09 11:00',
    ],
    ['a pause over the night and a holiday', [pause('2026-11-09 10:30', '2026-11-12 09:15')], '2026-11-12 09:45'],
    ['a pause from before the start', [pause('2026-11-08 10:00', '2026-11-09 10:20')], '2026-11-09 11:20'],
    [
      'two pauses',
      [pause('2026-11-09 10:10', '2026-11-09 10:20'), pause('2026-11-09 10:40', '2026-11-09 11:00')],
      '2026-11-09 11:30',
    ],
    ['a pause after it was reached', [pause('2026-11-09 11:00', null)], '2026-11-09 11:00'],
    ['a pause that lasts', [pause('2026-11-09 10:30', null)], null],
  ])('one hour with %s', (_name, breaks, until) => {
    expect(inParis(reach(time, paris('2026-11-09 10:00'), HOUR, breaks))).toBe(until);
  });

  it.each([
    ['the same hour of the next day', '2026-11-09 10:00', 1, [], '2026-11-10 10:00'],
    ['ten days, a holiday among them', '2026-11-09 10:00', 10, [], '2026-11-24 10:00'],
    ['a short Friday counts as a day', '2026-11-12 09:00', 2, [], '2026-11-13 17:00'],
    ['from an evening', '2026-11-09 20:00', 1, [], '2026-11-10 18:00'],
    [
      'a day’s pause moves it by a day',
      '2026-11-16 10:00',
      2,
      [pause('2026-11-17 09:00', '2026-11-18 09:00')],
      '2026-11-19 10:00',
    ],
    ['a part of a day', '2026-11-09 09:00', 0.5, [], '2026-11-09 14:15'],
  ])('working days: %s', (_name, from, days, breaks, until) => {
    expect(inParis(reach(time, paris(from), days, breaks, 'days'))).toBe(until);
  });

  it('is never reached where nobody ever works', () => {
    const closed = openTimeOf(
      { timeZone: 'UTC', week: [[{ from: '09:00', to: '09:00' }]], daysOff: [], openDays: [] },
      () => null,
    );
    expect(reach(closed, paris('2026-11-09 10:00'), 1, [])).toBeNull();
  });
});

const around = (zone: string, spans: readonly LocalSpan[]) =>
  openTimeOf({ timeZone: zone, week: Array.from({ length: 7 }, () => spans), daysOff: [], openDays: [] }, () => null);

describe('days on which clocks change', () => {
  const day = (date: string, spans: readonly LocalSpan[], zone = 'Europe/Paris') =>
    around(zone, spans).day(date).total / HOUR;
  it.each([
    ['a whole day in spring', '2026-03-29', [{ from: '00:00', to: '24:00' }], 23],
    ['a whole day in autumn', '2026-10-25', [{ from: '00:00', to: '24:00' }], 25],
    ['a night that skips an hour', '2026-03-29', [{ from: '01:00', to: '04:00' }], 2],
    ['the skipped hour itself', '2026-03-29', [{ from: '02:00', to: '03:00' }], 0],
    ['a night that lives an hour twice', '2026-10-25', [{ from: '01:00', to: '04:00' }], 4],
    ['half of the hour lived twice', '2026-10-25', [{ from: '01:00', to: '02:30' }], 2],
    ['the day itself is not touched', '2026-10-25', [{ from: '09:00', to: '18:00' }], 9],
  ])('%s', (_name, date, spans, hours) => {
    expect(day(date, spans)).toBe(hours);
  });

  it('knows zones that change by half an hour, and at midnight', () => {
    const whole = [{ from: '00:00', to: '24:00' }];
    expect(day('2026-10-04', whole, 'Australia/Lord_Howe')).toBe(23.5);
    expect(day('2026-04-24', whole, 'Africa/Cairo')).toBe(23);
    expect(day('2026-10-29', whole, 'Africa/Cairo')).toBe(25);
  });
});

type Window = { calendar: WorkCalendar; holidays: Set<string>; from: number };
const WINDOW_DAYS = 70;
const WEEKS = [
  [
    [
      ['09:00', '12:30'],
      ['14:00', '18:00'],
    ],
    5,
  ],
  [[['00:00', '24:00']], 7],
  [
    [
      ['22:00', '24:00'],
      ['00:00', '06:00'],
    ],
    6,
  ],
  [
    [
      ['01:15', '02:45'],
      ['03:00', '03:20'],
    ],
    7,
  ],
  [
    [
      ['08:00', '08:00'],
      ['10:07', '10:52'],
    ],
    4,
  ],
] as const;
const ZONES = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kolkata'] as const;
const STARTS = ['2026-03-02T00:00:00Z', '2026-09-25T00:00:00Z'] as const;

const dateOf = (from: number, days: number) => new Date(from + days * 24 * HOUR).toISOString().slice(0, 10);

const windows = (random: Chance): Window[] =>
  ZONES.flatMap((timeZone) =>
    STARTS.flatMap((start) =>
      WEEKS.map(([spans, openDays]) => {
        const from = Date.parse(start);
        const hours = spans.map(([a, b]) => ({ from: a, to: b }));
        const some = () => dateOf(from, random.below(WINDOW_DAYS));
        return {
          from,
          holidays: new Set([some(), some()]),
          calendar: {
            timeZone,
            week: Array.from({ length: 7 }, (_, index) => (index < openDays ? hours : [])),
            daysOff: [{ date: some(), name: { fr: 'x' } }],
            openDays: [{ date: some(), name: { fr: 'x' }, spans: [{ from: '11:00', to: '13:30' }] }],
          },
        };
      }),
    ),
  );

const someBreaks = (random: Chance, start: number): Break[] => {
  const breaks: Break[] = [];
  let at = start - random.below(600) * MINUTE;
  for (let left = random.below(5); left > 0; left -= 1) {
    at += random.below(2_000) * MINUTE;
    const to = at + (1 + random.below(3_000)) * MINUTE;
    breaks.push({ from: at, to });
    at = to;
  }
  if (random.next() < 0.1) breaks.push({ from: at + random.below(4_000) * MINUTE, to: null });
  return breaks;
};

describe('ten thousand random cases against a model that looks at every minute', () => {
  it('agree', { timeout: 120_000 }, () => {
    const random = chance(20_261_122);
    const cases = 10_000;
    const all = windows(random);
    const each = Math.ceil(cases / all.length);
    let compared = 0;
    for (const { calendar, holidays, from } of all) {
      const model = minuteModel(calendar, holidays, from, WINDOW_DAYS * 1_440);
      const fast = openTimeOf(calendar, (date) => (holidays.has(date) ? { fr: 'x' } : null));
      for (let count = 0; count < each; count += 1) {
        // A day of the window's own zone may begin before the window: the first two are left alone.
        const start = from + (2_880 + random.below(20 * 1_440)) * MINUTE;
        const breaks = someBreaks(random, start);
        const measure = random.next() < 0.3 ? ('days' as const) : ('time' as const);
        const amount = measure === 'days' ? 1 + random.below(6) : 1 + random.below(2_400);
        const wanted = slowReach(model, start, amount, breaks, measure);
        const found = reach(fast, start, measure === 'days' ? amount : amount * MINUTE, breaks, measure);
        const story = JSON.stringify({ zone: calendar.timeZone, start, amount, measure, breaks });
        const end = start + random.below(8_000) * MINUTE;
        const passed = spent(fast, start, end, breaks, measure) / (measure === 'days' ? 1 : MINUTE);
        const slow = slowSpent(model, start, end, breaks, measure);
        if (Math.abs(passed - slow) > 1e-6) expect.fail(`${story}: ${passed} passed, not ${slow}`);
        compared += 1;
        if (wanted === null) {
          if (found !== null && found < from + (WINDOW_DAYS - 1) * 24 * HOUR)
            expect.fail(`${story}: ${found}, not null`);
          continue;
        }
        const apart = wanted - (found ?? Number.NaN);
        // Parts of days end within the minute that the model tells.
        if (!(apart >= 0 && apart < (measure === 'days' ? MINUTE : 1)))
          expect.fail(`${story}: ${found}, not ${wanted}`);
      }
    }
    expect(compared).toBeGreaterThanOrEqual(cases);
  });
});
