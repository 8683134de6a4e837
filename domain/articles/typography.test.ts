import { describe, expect, it } from 'vitest';
import { frenchTypography } from './typography';

const CASES: readonly (readonly [name: string, given: string, expected: string])[] = [
  ['a space before a question mark', 'Que faire ?', 'Que faire\u202f?'],
  ['a missing space', 'Que faire?', 'Que faire\u202f?'],
  ['several marks together', 'Vraiment ?!', 'Vraiment\u202f?!'],
  ['a colon at the end of a line', 'Trois cas :', 'Trois cas\u202f:'],
  ['a semicolon in a sentence', 'un ; deux', 'un\u202f; deux'],
  ['guillemets without spaces', 'le bouton «Importer»', 'le bouton «\u202fImporter\u202f»'],
  ['guillemets with plain spaces', 'le bouton « Importer »', 'le bouton «\u202fImporter\u202f»'],
  ['a mark after guillemets', 'Voir « Aide »: suite', 'Voir «\u202fAide\u202f»\u202f: suite'],
  ['an apostrophe', "l'espace d'accueil", 'l’espace d’accueil'],
  ['thousands', '5 000 lignes, 12 345 678 octets', '5\u202f000 lignes, 12\u202f345\u202f678 octets'],
  ['a unit', '20 % de 30 €', '20\u202f% de 30\u202f€'],
  ['an address', 'https://app.ribambelle.example?a=b;c', 'https://app.ribambelle.example?a=b;c'],
  ['a time', 'à 10:30', 'à 10:30'],
  ['the start of a text node', ' : la suite', '\u202f: la suite'],
  ['a year after a number', 'le 12 2026', 'le 12 2026'],
];

describe('frenchTypography', () => {
  it.each(CASES)('sets %s', (_name, given, expected) => {
    expect(frenchTypography(given)).toBe(expected);
  });

  it.each(CASES)('leaves %s alone the second time', (_name, _given, expected) => {
    expect(frenchTypography(expected)).toBe(expected);
  });
});
