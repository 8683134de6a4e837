import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  DESK_VIEWS,
  type DeskFilter,
  deskFilterAddress,
  dueBefore,
  isCounted,
  narrowingParts,
  OPEN_STATUSES,
  readDeskFilter,
  readDeskSort,
} from './desk-list';

const TEAM = '6f1c2b1e-6f5b-4a59-9a5a-0d6d2f5a7a10';
const HOUR = 3_600_000;

describe('a filter and its address', () => {
  it.each<[string, DeskFilter]>([
    ['nothing', { status: 'open' }],
    ['a status', { status: 'waiting_partner' }],
    ['a search', { status: 'all', text: 'import 847' }],
    [
      'all of it',
      {
        text: 'import',
        status: 'in_review',
        team: TEAM,
        assignee: 'none',
        level: 'critical',
        type: 'problem',
        requester: 'sylvie@',
        organisation: 'Aviron',
        tag: 'import',
        due: 'today',
        from: '2026-11-01',
        until: '2026-11-22',
        asleep: true,
        recap: true,
      },
    ],
  ])('%s comes back as it went', (_, filter) => {
    expect(readDeskFilter(deskFilterAddress(filter))).toEqual(filter);
  });

  it.each(Object.entries(DESK_VIEWS))('the view “%s” has an address that reads as itself', (_, filter) => {
    expect(readDeskFilter(deskFilterAddress(filter))).toEqual(filter);
  });

  it('passes over what makes no sense', () => {
    const nonsense = {
      q: '  ',
      status: 'lost',
      team: 'me; drop table',
      assignee: '42',
      level: 'CRITICAL!',
      due: 'never',
      from: '2026-02-30',
      until: 'tomorrow',
      asleep: 'yes',
      page: '7',
    };
    expect(readDeskFilter(nonsense)).toEqual({ status: 'open' });
    expect(readDeskSort('size')).toBe('activity');
  });

  it('says what narrows it, the words apart', () => {
    expect(narrowingParts({ status: 'open', text: 'import' })).toEqual([]);
    expect(narrowingParts({ status: 'all', team: 'mine', asleep: true })).toEqual(['status', 'team', 'asleep']);
  });
});

describe('what is counted', () => {
  it.each<[DeskFilter, boolean]>([
    [{ status: 'open' }, true],
    [{ status: 'waiting_customer' }, true],
    [{ status: 'resolved' }, false],
    [{ status: 'all' }, false],
    [{ status: 'open', text: 'import' }, false],
  ])('%o: %s', (filter, counted) => {
    expect(isCounted(filter)).toBe(counted);
  });

  it('takes what waits for somebody else as still to be done', () => {
    expect(OPEN_STATUSES).toContain('waiting_customer');
    expect(OPEN_STATUSES).not.toContain('resolved_pending_release');
  });
});

describe('the days of the reader', () => {
  const now = Date.UTC(2026, 9, 24, 21, 30);

  it('end at midnight on their own wall, also on the day the clocks go back', () => {
    expect(dueBefore('today', now, 'Europe/Paris')).toBe(Date.UTC(2026, 9, 24, 22));
    expect(dueBefore('today', now + HOUR, 'Europe/Paris')).toBe(Date.UTC(2026, 9, 25, 23));
    expect(dueBefore('breached', now, 'Europe/Paris')).toBe(now);
    expect(dueBefore('none', now, 'Europe/Paris')).toBeNull();
  });

  it('begin where they begin', () => {
    expect(beginningOf('2026-10-25', 'Europe/Paris')).toBe(Date.UTC(2026, 9, 24, 22));
    expect(beginningOf('2026-10-25', 'Europe/Paris', 1)).toBe(Date.UTC(2026, 9, 25, 23));
  });
});
