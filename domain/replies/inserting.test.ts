import { describe, expect, it } from 'vitest';
import { setApart } from './inserting';

describe('a canned reply is put into what is written', () => {
  it.each([
    ['', 'Bonjour,', '', 'Bonjour,'],
    ['  ', 'Bonjour,', '\n', 'Bonjour,'],
    ['Merci.', 'Voici.', '', '\n\nVoici.'],
    ['Merci.\n', 'Voici.', '', '\nVoici.'],
    ['Merci.\n\n', 'Voici.', '', 'Voici.'],
    ['', 'Voici.', 'À bientôt', 'Voici.\n\n'],
    ['Merci.', 'Voici.', '\nÀ bientôt', '\n\nVoici.\n'],
  ])('after %j, the words %j, before %j', (before, words, behind, inserted) => {
    expect(setApart(before, words, behind)).toBe(inserted);
  });
});
