import { describe, expect, it } from 'vitest';
import { reminderPeriod, reviewDueOn, reviewState, withReviewedOn } from './reviews';

describe('when a review is due', () => {
  it.each([
    ['by default after a year', { reviewedOn: '2025-11-22' }, '2026-11-22'],
    ['as its collection says', { reviewedOn: '2026-01-15', collectionEvery: 6 }, '2026-07-15'],
    ['as it says itself', { reviewedOn: '2026-01-15', reviewEvery: 3, collectionEvery: 6 }, '2026-04-15'],
    ['on the last day of a shorter month', { reviewedOn: '2026-08-31', reviewEvery: 6 }, '2027-02-28'],
    ['after a leap day', { reviewedOn: '2024-02-29' }, '2025-02-28'],
  ])('%s', (_name, article, due) => {
    expect(reviewDueOn(article)).toBe(due);
  });

  it.each([
    ['2026-11-22', 'due'],
    ['2026-11-21', 'soon'],
    ['2026-10-23', 'soon'],
    ['2026-10-22', 'fresh'],
  ])('on %s it is %s', (today, state) => {
    expect(reviewState({ reviewedOn: '2025-11-22' }, today)).toBe(state);
  });
});

describe('which reminder is deserved', () => {
  it.each([
    ['the day before', '2026-03-14', null],
    ['the day it is due', '2026-03-15', '2026-03-15'],
    ['weeks later, the same one', '2026-07-01', '2026-03-15'],
    ['after another period unread, another', '2026-09-15', '2026-09-15'],
    ['years later, that of the running period', '2028-10-01', '2028-09-15'],
  ])('%s', (_name, today, period) => {
    expect(reminderPeriod({ reviewedOn: '2025-09-15', reviewEvery: 6 }, today)).toBe(period);
  });
});

describe('withReviewedOn', () => {
  it.each([
    ['plain', '---\nkey: a\nreviewedOn: 2026-01-02\n---\ntexte', '---\nkey: a\nreviewedOn: 2026-11-22\n---\ntexte'],
    [
      'with quotes and a comment',
      '---\nreviewedOn: "2026-01-02"   # Inès\nkey: a\n---\n',
      '---\nreviewedOn: "2026-11-22"   # Inès\nkey: a\n---\n',
    ],
    [
      'with other line ends',
      '---\r\nreviewedOn:  2026-01-02\r\n---\r\nx\r\n',
      '---\r\nreviewedOn:  2026-11-22\r\n---\r\nx\r\n',
    ],
    [
      'and in front matter alone',
      '---\nreviewedOn: 2026-01-02\n---\nreviewedOn: 2026-01-02\n',
      '---\nreviewedOn: 2026-11-22\n---\nreviewedOn: 2026-01-02\n',
    ],
  ])('changes the day and nothing else: %s', (_name, source, expected) => {
    expect(withReviewedOn(source, '2026-11-22')).toBe(expected);
  });

  it.each([
    'no front matter',
    '---\nkey: a\n---\n',
    '---\nreviewedOn: hier\n---\n',
    '---\nreviewedOn: 2026-01-01\nreviewedOn: 2026-01-01\n---\n',
  ])('touches nothing in %j', (source) => {
    expect(withReviewedOn(source, '2026-11-22')).toBeNull();
  });
});
