import { expect, it } from 'vitest';
import { withFirstOfMonth } from './first-of-month';

it.each([
  ['1 septembre 2026', 'fr-FR', '1er septembre 2026'],
  ['mardi 1 décembre à 14:30 UTC+1', 'fr', 'mardi 1er décembre à 14:30 UTC+1'],
  ['sam. 1 août, 09:00', 'fr-FR', 'sam. 1er août, 09:00'],
  ['11 novembre 2026', 'fr-FR', '11 novembre 2026'],
  ['21 mai', 'fr-FR', '21 mai'],
  ['1 December 2026', 'en-GB', '1 December 2026'],
])('%s (%s) is said %s', (words, locale, said) => {
  expect(withFirstOfMonth(words, locale)).toBe(said);
});
