import { expect, it } from 'vitest';
import { relativeWords } from './relative-time';

const NOW = Date.parse('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T11:59:40Z', 'maintenant', 'now'],
  ['2026-11-22T11:58:00Z', 'il y a 2 minutes', '2 minutes ago'],
  ['2026-11-22T09:00:00Z', 'il y a 3 heures', '3 hours ago'],
  ['2026-11-21T11:00:00Z', 'hier', 'yesterday'],
  ['2026-11-10T12:00:00Z', 'la semaine dernière', 'last week'],
  ['2026-09-01', 'il y a 2 mois', '2 months ago'],
  ['2024-01-01', 'il y a 2 ans', '2 years ago'],
  ['2026-11-24T13:00:00Z', 'après-demain', 'in 2 days'],
])('%s is “%s”, “%s”', (instant, french, english) => {
  expect(relativeWords(NOW, Date.parse(instant), 'fr')).toBe(french);
  expect(relativeWords(NOW, Date.parse(instant), 'en')).toBe(english);
});
