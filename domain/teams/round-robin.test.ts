import { describe, expect, it } from 'vitest';
import { type Candidate, nextInTurn, skipped } from './round-robin';

const NOON = Date.UTC(2026, 10, 22, 12);
const candidate = (userId: string, lastTurn: number, more: Partial<Candidate> = {}): Candidate => ({
  userId,
  lastTurn,
  takesTurns: true,
  timeZone: 'Europe/Paris',
  absences: [],
  ...more,
});

describe('whose turn it is', () => {
  it.each<[string, Candidate[], string | null]>([
    ['nobody', [], null],
    ['the one who never had a request', [candidate('théo', 4), candidate('yanis', 0)], 'yanis'],
    ['the first of the list among equals', [candidate('théo', 0), candidate('yanis', 0)], 'théo'],
    [
      'the one whose turn is longest ago',
      [candidate('théo', 7), candidate('yanis', 6), candidate('élodie', 8)],
      'yanis',
    ],
    ['not who sits out', [candidate('théo', 0, { takesTurns: false }), candidate('yanis', 5)], 'yanis'],
    [
      'not who is away today',
      [candidate('théo', 0, { absences: [{ fromDay: '2026-11-20', untilDay: '2026-11-22' }] }), candidate('yanis', 5)],
      'yanis',
    ],
    ['nobody where all are passed over', [candidate('théo', 0, { takesTurns: false })], null],
  ])('%s', (_, candidates, expected) => {
    expect(nextInTurn(candidates, NOON)?.userId ?? null).toBe(expected);
  });

  it('gives each the same over many rounds, and one on return to who was away', () => {
    const people = [candidate('théo', 0), candidate('yanis', 0), candidate('élodie', 0)];
    const away = { fromDay: '2026-11-22', untilDay: '2026-11-22' };
    const given = Array.from({ length: 9 }, (_, index) => {
      const present = people.map((one) => (one.userId === 'yanis' && index < 5 ? { ...one, absences: [away] } : one));
      const chosen = nextInTurn(present, NOON)?.userId;
      for (const one of people) if (one.userId === chosen) one.lastTurn = index + 1;
      return chosen;
    });
    expect(given).toEqual(['théo', 'élodie', 'théo', 'élodie', 'théo', 'yanis', 'élodie', 'théo', 'yanis']);
  });
});

describe('who is passed over', () => {
  const lastDay = [{ fromDay: '2026-11-20', untilDay: '2026-11-22' }];

  it.each<[string, string, number, ReturnType<typeof skipped>]>([
    ['the last minute of the last day in Paris', 'Europe/Paris', Date.UTC(2026, 10, 22, 22, 59), 'absent'],
    ['the first minute after it in Paris', 'Europe/Paris', Date.UTC(2026, 10, 22, 23), null],
    ['the same instant further west', 'America/Cayenne', Date.UTC(2026, 10, 22, 23), 'absent'],
    ['the minute before the first day', 'Europe/Paris', Date.UTC(2026, 10, 19, 22, 59), null],
  ])('%s', (_, timeZone, now, expected) => {
    expect(skipped(candidate('théo', 0, { timeZone, absences: lastDay }), now)).toBe(expected);
  });

  it('sitting out is told before being away', () => {
    expect(skipped(candidate('théo', 0, { takesTurns: false, absences: lastDay }), NOON)).toBe('sits_out');
  });
});
