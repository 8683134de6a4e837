import { describe, expect, it } from 'vitest';
import { expressionsOf, inOrder, sharedExpression } from './synonyms';

describe('the expressions of a text', () => {
  it.each([
    ['cotisation, adhésion', ['cotisation', 'adhésion']],
    ['  Reçu   fiscal ;attestation\nCERFA', ['reçu fiscal', 'attestation', 'cerfa']],
    ['adhésion, adhesion, Adhésion', ['adhésion']],
    ["l’aide, l'aide", ['l’aide']],
    [', ; …', []],
  ])('%j', (text, expressions) => {
    expect(expressionsOf(text)).toEqual(expressions);
  });
});

it.each([
  [['cotisation', 'adhesion'], [['adhésion', 'inscription']], 'adhesion'],
  [['cotisation'], [['adhésion']], null],
  [[], [], null],
] as const)('%j beside %j', (words, others, shared) => {
  expect(sharedExpression(words, others)).toBe(shared);
});

it('lists groups by their first words, accents and capitals aside, or the last changed first', () => {
  const group = (words: string, day: number) => ({ words: words.split(' '), updatedAt: new Date(2026, 0, day) });
  const groups = [group('tarif prix', 1), group('élève apprenti', 3), group('2FA code', 1), group('email mail', 1)];
  const firsts = (order: 'words' | 'changed') => inOrder(groups, order).map(({ words }) => words[0]);
  expect(firsts('words')).toEqual(['2FA', 'élève', 'email', 'tarif']);
  expect(firsts('changed')).toEqual(['élève', '2FA', 'email', 'tarif']);
});
