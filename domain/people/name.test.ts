import { describe, expect, it } from 'vitest';
import { initialsOf, isPersonName } from './name';

describe('names', () => {
  it.each([
    ['Camille Le Goff', 'CG'],
    ['  noor  ', 'N'],
    ['Éric', 'É'],
    ['', ''],
  ])('initials of %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it.each([
    ['Jean-Baptiste O’Brien', true],
    ['Marie C. Dupont', true],
    ['李小龍', true],
    ['Gagnez sur www.evil', false],
    ['clic evil.example', false],
    ['https://evil', false],
    ['a@b', false],
    ['deux\nlignes', false],
    ['<b>Max</b>', false],
  ])('%j', (name, isName) => {
    expect(isPersonName(name)).toBe(isName);
  });
});
