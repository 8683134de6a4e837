import { expect, it } from 'vitest';
import { patternsAgainst, readPattern } from './patterns';

it.each([
  ['spam.example', { kind: 'domain', pattern: 'spam.example' }],
  [' @Spam.Example ', { kind: 'domain', pattern: 'spam.example' }],
  ['Gagnant@mail.spam.example', { kind: 'address', pattern: 'gagnant@mail.spam.example' }],
  ['spam', null],
  ['a@b', null],
  ['a b@spam.example', null],
  ['https://spam.example', null],
  ['', null],
])('%j is read as %j', (written, expected) => {
  expect(readPattern(written)).toEqual(expected);
});

it('an address is blocked by itself, its domain and those above it, never by an ending alone', () => {
  expect(patternsAgainst('Gagnant@mail.spam.example')).toEqual([
    'gagnant@mail.spam.example',
    'mail.spam.example',
    'spam.example',
  ]);
});
