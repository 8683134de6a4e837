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
  ['a year before a number', 'en 2026 300 clubs', 'en 2026 300 clubs'],
  ['a number glued to its sign', '20% de 30€', '20\u202f% de 30\u202f€'],
  ['a mark after a unit', 'Combien de %?', 'Combien de %\u202f?'],
  ['units', '5 Mo, 12 km, 3 kg, 40 °C', '5\u202fMo, 12\u202fkm, 3\u202fkg, 40\u202f°C'],
  ['a number before a word that begins as a unit', '3 mois, 2 grands, 5 l’un', '3 mois, 2 grands, 5 l’un'],
  ['an hour', 'à 14h30, avant 9h', 'à 14\u202fh\u202f30, avant 9\u202fh'],
  ['an hour with plain spaces', 'à 14 h 30', 'à 14\u202fh\u202f30'],
  ['hours as a duration', 'sous 24h', 'sous 24\u202fh'],
  ['a number sign', 'la pièce n° 12, N°3', 'la pièce n°\u202f12, N°\u202f3'],
  ['ordinals', 'la 2ème fois, la 1ère, le XIXème', 'la 2e fois, la 1re, le XIXe'],
  ['a day of a month', 'le 12 mars et le 1er avril', 'le 12\u00a0mars et le 1er\u00a0avril'],
  ['a title before a name', 'M. Roux, Mme Vasseur', 'M.\u00a0Roux, Mme\u00a0Vasseur'],
  ['a page', 'p. 12, art. 3', 'p.\u00a012, art.\u00a03'],
  ['a telephone number', 'au 01 23 45 67 89', 'au 01\u202f23\u202f45\u202f67\u202f89'],
  ['a measure', '1200 x 720', '1200\u00a0×\u00a0720'],
  ['an ellipsis', 'Attendez...', 'Attendez…'],
  ['a mark after an ellipsis', 'Et alors...?', 'Et alors…\u202f?'],
  [
    'straight quotes',
    'le bouton "Importer", puis "Suite"',
    'le bouton «\u202fImporter\u202f», puis «\u202fSuite\u202f»',
  ],
  ['inches', 'un écran de 5" et plus', 'un écran de 5" et plus'],
  ['an aside between dashes', 'un mot - en passant - encore', 'un mot – en passant – encore'],
  ['a double hyphen', 'un mot -- encore', 'un mot — encore'],
  ['a compound', 'porte-monnaie, rendez-vous', 'porte-monnaie, rendez-vous'],
  ['an option of a command', 'npm test --watch', 'npm test --watch'],
  ['a line of dialogue', '— Vraiment ?', '—\u00a0Vraiment\u202f?'],
  ['an apostrophe before a figure or guillemets', "d'1 an, l'«été»", 'd’1 an, l’«\u202fété\u202f»'],
  ['an apostrophe before emphasis', "le bouton d'", 'le bouton d’'],
  ['a mark after an address', 'Voir https://x.example/a?b=c: merci', 'Voir https://x.example/a?b=c\u202f: merci'],
  ['a mail address', 'a.b@x.example: écrivez', 'a.b@x.example\u202f: écrivez'],
  ['the name of a file', 'le fichier bilan-2026.csv: voici', 'le fichier bilan-2026.csv\u202f: voici'],
  ['a path', 'dans /media/a-b/c: voici', 'dans /media/a-b/c\u202f: voici'],
  ['a placeholder of a message', '{count} de {total}', '{count} de {total}'],
];

describe('frenchTypography', () => {
  it.each(CASES)('sets %s', (_name, given, expected) => {
    expect(frenchTypography(given)).toBe(expected);
  });

  it.each(CASES)('leaves %s alone the second time', (_name, _given, expected) => {
    expect(frenchTypography(expected)).toBe(expected);
  });

  it('gives a mark its space where the word stands in the piece before', () => {
    expect(frenchTypography(': la suite', { before: true })).toBe('\u202f: la suite');
    expect(frenchTypography(': la suite')).toBe(': la suite');
  });
});
