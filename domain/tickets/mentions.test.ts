import { describe, expect, it } from 'vitest';
import { mentionable, mentionBegun, mentionedIn, mentionPieces } from './mentions';

const people = [
  { id: 'theo', name: 'Théo Lambert' },
  { id: 'theo-roux', name: 'Théo Lambert-Roux' },
  { id: 'ines', name: 'Inès Garnier' },
  { id: 'ines-too', name: 'Inès Garnier' },
  { id: 'lea', name: 'Léa' },
];

describe('who a note mentions', () => {
  it.each([
    ['the whole name after an @', 'Vois avec @Théo Lambert demain.', ['theo']],
    ['capitals do not matter', '@THÉO LAMBERT ?', ['theo']],
    ['the longest name', 'Merci @Théo Lambert-Roux', ['theo-roux']],
    ['somebody else’s longer name is nobody', 'Merci @Théo Lambert-Petit et @Théo Lamberti', []],
    ['people of one name together', '@Inès Garnier', ['ines', 'ines-too']],
    ['each once, in order', '@Léa, @Théo Lambert, @Léa', ['lea', 'theo']],
    ['a first name alone is no mention', '@Théo', []],
    ['no mention in an address', 'lea@Léa.example, https://mastodon.example/@Léa', []],
    ['after a bracket', '(@Léa)', ['lea']],
    ['two blanks', '@Théo  Lambert', ['theo']],
    ['not over two lines', '@Théo\nLambert', []],
  ])('%s', (_, text, expected) => {
    expect(mentionedIn(text, people)).toEqual(expected);
  });

  it('keeps every sign of the text', () => {
    const text = 'Vu avec @Léa : voir https://exemple.fr/@Léa, puis @Théo Lambert.';
    const pieces = mentionPieces(text, people);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ ids }) => ids.length > 0).map((piece) => piece.text)).toEqual(['@Léa', '@Théo Lambert']);
  });

  it('mentions nobody where there is nobody, and takes names literally', () => {
    expect(mentionedIn('@Léa', [])).toEqual([]);
    expect(mentionedIn('@A.B @AxB', [{ id: 'ab', name: 'A.B' }])).toEqual(['ab']);
  });
});

describe('writing a mention', () => {
  it.each([
    ['Bonjour @Th', { from: 8, typed: 'Th' }],
    ['@', { from: 0, typed: '' }],
    ['@Théo La', { from: 0, typed: 'Théo La' }],
    ['lea@ex', null],
    ['Bonjour', null],
    ['@Léa, tu peux', null],
  ])('%s', (text, expected) => {
    expect(mentionBegun(text, text.length)).toEqual(expected);
  });

  it.each([
    ['', ['theo', 'theo-roux', 'ines']],
    ['theo', ['theo', 'theo-roux']],
    ['rou', ['theo-roux']],
    ['Théo Lam', ['theo', 'theo-roux']],
    ['le', ['lea']],
    ['zoe', []],
  ])('%s offers %j', (typed, expected) => {
    expect(mentionable(people, typed, 3).map(({ id }) => id)).toEqual(expected);
  });
});
