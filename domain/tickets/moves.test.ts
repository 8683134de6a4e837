import { describe, expect, it } from 'vitest';
import { missingIn, relevantIn, tellsOfClosing, withoutVerdict } from './moves';

describe('what a move has to say', () => {
  it.each([
    ['waiting_partner', {}, ['partner']],
    ['waiting_partner', { partner: 'La banque' }, []],
    ['resolved_pending_release', {}, ['release']],
    ['closed', {}, ['reason']],
    ['closed', { reason: 'solved' }, []],
    ['closed', { reason: 'duplicate' }, ['duplicateOf']],
    ['closed', { reason: 'merged', duplicateOf: 1002 }, []],
    ['escalated', {}, ['tried', 'asked']],
    ['in_development', { tried: 'Reproduit sur la 2026.46.' }, ['asked']],
    ['in_development', { tried: 'Reproduit sur la 2026.46.', asked: 'Une correction.' }, []],
    ['in_review', {}, []],
  ] as const)('to %s, saying %o, misses %o', (to, data, missing) => {
    expect(missingIn(to, data)).toEqual(missing);
  });

  it('keeps nothing that belongs to another move', () => {
    const note = { tried: 'Reproduit', asked: 'Une correction' };
    const all = { partner: 'La banque', release: '2026.48', reason: 'solved', duplicateOf: 1002, ...note } as const;
    expect(relevantIn('escalated', all)).toEqual(note);
    expect(relevantIn('in_review', all)).toEqual({});
    expect(relevantIn('waiting_partner', all)).toEqual({ partner: 'La banque' });
    expect(relevantIn('closed', all)).toEqual({ reason: 'solved' });
    expect(relevantIn('closed', { ...all, reason: 'duplicate' })).toEqual({ reason: 'duplicate', duplicateOf: 1002 });
  });
});

it('judges no work by requests that were none, and tells spam nothing', () => {
  expect(withoutVerdict('spam')).toBe(true);
  expect(withoutVerdict('no_answer')).toBe(false);
  expect(tellsOfClosing('spam')).toBe(false);
  expect(tellsOfClosing('duplicate')).toBe(true);
});
