import { expect, it } from 'vitest';
import { relativeDistance, relativeWords, stretchWords } from './relative-words';

const NOW = Date.parse('2026-11-22T04:00:00Z');

it.each([
  ['a day of last month', '2026-10-02', 'le mois dernier', 'last month'],
  ['a day of some months ago', '2026-05-02', 'il y a 6 mois', '6 months ago'],
  ['today', '2026-11-22', 'aujourd’hui', 'today'],
  ['yesterday', '2026-11-21', 'hier', 'yesterday'],
  ['a day to come', '2026-11-25', 'dans 3 jours', 'in 3 days'],
  ['an instant just now', '2026-11-22T03:59:40Z', 'maintenant', 'now'],
  ['an instant two minutes ago', '2026-11-22T03:58:00Z', 'il y a 2 minutes', '2 minutes ago'],
  ['an instant of today', '2026-11-22T01:00:00Z', 'il y a 3 heures', '3 hours ago'],
  ['an instant of last week', '2026-11-10T04:00:00Z', 'la semaine dernière', 'last week'],
  ['an instant to come', '2026-11-24T05:00:00Z', 'après-demain', 'in 2 days'],
  ['years', '2024-01-01', 'il y a 2 ans', '2 years ago'],
])('tells %s', (_name, then, fr, en) => {
  expect(relativeWords(then, NOW, 'fr')?.replaceAll("'", '’')).toBe(fr);
  expect(relativeWords(then, NOW, 'en')).toBe(en);
});

it('tells nothing of what is no date', () => {
  expect(relativeWords('soon', NOW, 'en')).toBeNull();
});

it('tells how far it is for as long as the words are the same', () => {
  const hour = 3_600_000;
  expect(relativeDistance('2026-11-21', NOW)).toBe('-1 day');
  expect(relativeDistance('2026-11-21', NOW + 19 * hour)).toBe('-1 day');
  expect(relativeDistance('2026-11-21', NOW + 20 * hour)).toBe('-2 day');
  expect(relativeDistance('2026-11-22T03:59:40Z', NOW)).toBe('0 second');
  expect(relativeDistance('2026-11-22T01:00:00Z', NOW)).toBe('-3 hour');
  expect(relativeDistance('soon', NOW)).toBeNull();
});

it.each([
  ['2026-11-22T03:59:40Z', '1 minute', '1 minute'],
  ['2026-11-22T01:00:00Z', '3 heures', '3 hours'],
  ['2026-11-21T03:00:00Z', '1 jour', '1 day'],
  ['2026-10-02T03:00:00Z', '1 mois', '1 month'],
  ['soon', null, null],
])('tells how long it is since %s', (then, fr, en) => {
  expect(stretchWords(then, NOW, 'fr')?.replaceAll(/\s/g, ' ') ?? null).toBe(fr);
  expect(stretchWords(then, NOW, 'en')).toBe(en);
});
