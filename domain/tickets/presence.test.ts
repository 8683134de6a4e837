import { describe, expect, it } from 'vitest';
import { othersPresent, type Presence } from './presence';

const NOW = 1_000_000;
const page = (userId: string, given: Partial<Presence> = {}): Presence => ({
  tab: `${userId}-${JSON.stringify(given)}`,
  userId,
  name: userId,
  until: NOW + 1,
  writesUntil: 0,
  ...given,
});

describe('who else is at a request', () => {
  it.each<[string, Presence[], string[]]>([
    ['nobody', [], []],
    ['never oneself', [page('me'), page('me', { writesUntil: NOW + 1 })], []],
    ['each once', [page('sarah'), page('sarah', { tab: 'other' })], ['sarah reading']],
    [
      'writes who writes in one page',
      [page('sarah', { writesUntil: NOW + 1 }), page('sarah', { tab: 'other' })],
      ['sarah writing'],
    ],
    ['reads whose pause is long', [page('sarah', { writesUntil: NOW })], ['sarah reading']],
    ['is gone who gave no sign', [page('sarah', { until: NOW })], []],
    [
      'those who write first, then by name',
      [page('yann'), page('léa'), page('zoé', { writesUntil: NOW + 1 })],
      ['zoé writing', 'léa reading', 'yann reading'],
    ],
  ])('%s', (_, pages, expected) => {
    expect(othersPresent(pages, 'me', NOW).map(({ name, doing }) => `${name} ${doing}`)).toEqual(expected);
  });
});
