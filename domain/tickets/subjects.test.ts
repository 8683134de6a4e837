import { expect, it } from 'vitest';
import { isGenericSubject } from './subjects';

it.each([
  ['Problème', true],
  ['PROBLÈME !!!', true],
  ['Bug urgent', true],
  ['Aide svp', true],
  ['Ça ne marche plus', true],
  ['J’ai un souci avec le site', true],
  ['Question', true],
  ['Help', true],
  ['It doesn’t work', true],
  ['URGENT - please help', true],
  ['Demande n° 2', true],
  ['', false],
  ['  ', false],
  ['Problème d’export', false],
  ['L’import s’arrête à la ligne 847', false],
  ['Reçu fiscal manquant', false],
  ['Card payments show twice', false],
  ['Question sur la clôture', false],
])('%j is generic: %s', (subject, is) => {
  expect(isGenericSubject(subject)).toBe(is);
});
