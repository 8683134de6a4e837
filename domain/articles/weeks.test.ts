import { describe, expect, it } from 'vitest';
import { weeksBetween } from './weeks';

describe('the weeks of a period', () => {
  it.each([
    ['this week alone without a beginning', undefined, '2026-11-22T10:00:00Z', ['2026-11-16']],
    ['a Sunday evening in Paris is still its week', undefined, '2026-11-22T22:59:00Z', ['2026-11-16']],
    ['an hour later it is the next one', undefined, '2026-11-22T23:00:00Z', ['2026-11-23']],
    [
      'every week between, over the end of summer time',
      new Date('2026-10-20T08:00:00Z'),
      '2026-11-03T08:00:00Z',
      ['2026-10-19', '2026-10-26', '2026-11-02'],
    ],
    ['from a day on', '2026-11-09', '2026-11-22T10:00:00Z', ['2026-11-09', '2026-11-16']],
  ])('%s', (_what, from, now, weeks) => {
    expect(weeksBetween(from, new Date(now), 'Europe/Paris')).toEqual(weeks);
  });

  it('begin with the Monday of the zone that is asked for', () => {
    expect(weeksBetween(undefined, new Date('2026-11-22T23:00:00Z'), 'America/Toronto')).toEqual(['2026-11-16']);
  });
});
