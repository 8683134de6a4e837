import { describe, expect, it } from 'vitest';
import { letterOf, termFinder } from './terms';

const FRENCH = [
  { slug: 'recu-fiscal', term: 'reçu fiscal', aliases: ['CERFA'] },
  { slug: 'adherent', term: 'adhérent', aliases: [] },
  { slug: 'mandat', term: 'mandat', aliases: ['mandat de prélèvement'] },
  { slug: 'fec', term: 'FEC', aliases: ["fichier d'écritures comptables"] },
  { slug: 'bureau', term: 'bureau', aliases: [] },
  { slug: 'exercice', term: 'exercice', aliases: ['exercice comptable'] },
];
const ENGLISH = [
  { slug: 'entry', term: 'entry', aliases: ['journal entry'] },
  { slug: 'branch', term: 'branch', aliases: [] },
  { slug: 'chart', term: 'chart of accounts', aliases: [] },
];

const found = (locale: 'fr' | 'en', text: string) =>
  termFinder(
    locale === 'fr' ? FRENCH : ENGLISH,
    locale,
  )?.(text).map(({ slug, start, end }) => [slug, text.slice(start, end)]);

describe('terms are found', () => {
  it.each([
    ['as they stand', 'Un adhérent paie.', [['adherent', 'adhérent']]],
    ['in the plural', 'Les adhérents paient.', [['adherent', 'adhérents']]],
    ['in the plural of each word', 'Éditez vos reçus fiscaux.', [['recu-fiscal', 'reçus fiscaux']]],
    ['in x', 'Les bureaux se réunissent.', [['bureau', 'bureaux']]],
    ['at the beginning of a sentence', 'Adhérents et dons', [['adherent', 'Adhérents']]],
    ['after an elision', 'Fiche d’adhérent', [['adherent', 'adhérent']]],
    ['across a no-break space', 'un reçu\u00a0fiscal', [['recu-fiscal', 'reçu\u00a0fiscal']]],
    ['with a curved apostrophe', 'le fichier d’écritures comptables', [['fec', 'fichier d’écritures comptables']]],
    ['the longest first', 'le mandat de prélèvement', [['mandat', 'mandat de prélèvement']]],
    ['by another name', 'le CERFA', [['recu-fiscal', 'CERFA']]],
  ])('%s', (_name, text, expected) => {
    expect(found('fr', text)).toEqual(expected);
  });

  it.each([
    ['inside a longer word', 'les coadhérents, une adhérente'],
    ['in other capitals', 'un fec, un cerfa, les FECS'],
    ['joined by a hyphen', 'non-adhérent, adhérent-fondateur'],
    ['without their accents', 'un adherent'],
  ])('not %s', (_name, text) => {
    expect(found('fr', text)).toEqual([]);
  });

  it.each([
    [
      'Entries and branches',
      [
        ['entry', 'Entries'],
        ['branch', 'branches'],
      ],
    ],
    ['two charts of accounts', [['chart', 'charts of accounts']]],
    ['a journal entry', [['entry', 'journal entry']]],
    ['entryway', []],
  ])('in English: %s', (text, expected) => {
    expect(found('en', text)).toEqual(expected);
  });

  it('in no text without terms', () => {
    expect(termFinder([], 'fr')).toBeNull();
  });
});

it.each([
  ['échéance', 'E'],
  ['FEC', 'F'],
  ['3-D Secure', '#'],
])('%s stands under %s', (term, letter) => {
  expect(letterOf(term)).toBe(letter);
});
