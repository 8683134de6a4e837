import { describe, expect, it } from 'vitest';
import { expressionsOf, sharedExpression } from './synonyms';

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
