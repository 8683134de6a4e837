import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  DESK_VIEWS,
  type DeskFilter,
  deskFilterAddress,
  dueBefore,
  isCounted,
  type LastWord,
  lastWordOf,
  narrowingParts,
  OPEN_STATUSES,
  readDeskFilter,
  readDeskSort,
  withoutPart,
} from './desk-list';
import type { TicketStatus } from './status';

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
        incident: TEAM,
        theme: 'members-import',
        verdict: 'bug',
        portal: 'support',
        partner: 'Banque du Lac',
        reproduced: 'yes',
        openedBy: 'visitor',
        due: 'today',
        from: '2026-11-01',
        until: '2026-11-22',
        asleep: true,
        recap: true,
      },
    ],
    ['an update', { status: 'resolved_pending_release', release: '2026.48' }],
    ['a partner', { status: 'waiting_partner', partner: 'Banque' }],
    ['a reason', { status: 'closed', reason: 'no_answer' }],
    ['a rating', { status: 'all', rating: 'dissatisfied' }],
    ['a rating of what waits for an update', { status: 'resolved_pending_release', rating: 'none' }],
    ['problems that nobody has reproduced', { status: 'waiting_customer', reproduced: 'no' }],
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
      portal: 'Support!',
      release: ' ',
      reason: 'bored',
      rating: 'great',
      reproduced: '1',
      by: 'robot',
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

describe('what only requests of some status say', () => {
  it.each<[Record<string, string>, DeskFilter['status']]>([
    [{ release: '2026.48' }, 'resolved_pending_release'],
    [{ release: '2026.48', status: 'open' }, 'resolved_pending_release'],
    [{ partner: 'Banque' }, 'waiting_partner'],
    [{ reason: 'spam' }, 'closed'],
    [{ rating: 'mixed' }, 'all'],
    [{ rating: 'none', reason: 'solved' }, 'closed'],
    [{ rating: 'mixed', status: 'resolved' }, 'resolved'],
  ])('%o is looked for in “%s”', (address, status) => {
    const filter = readDeskFilter(address);
    expect(filter.status).toBe(status);
    expect(narrowingParts(filter)).not.toContain(address.status === status ? '' : 'status');
  });

  it.each<[Record<string, string>, DeskFilter['status']]>([
    [{ reproduced: 'no', status: 'all' }, 'open'],
    [{ reproduced: 'no', status: 'closed' }, 'open'],
    [{ reproduced: 'no', rating: 'mixed' }, 'open'],
    [{ reproduced: 'no', status: 'in_review' }, 'in_review'],
    [{ reproduced: 'yes', status: 'all' }, 'all'],
  ])('%o, which may have no index, is looked for in “%s”', (address, status) => {
    expect(readDeskFilter(address).status).toBe(status);
  });

  it('goes with its part, and stays where it was chosen', () => {
    expect(withoutPart(readDeskFilter({ release: '2026.48', team: 'mine' }), 'release')).toEqual({
      status: 'open',
      team: 'mine',
    });
    expect(withoutPart(readDeskFilter({ rating: 'mixed', status: 'resolved' }), 'rating')).toEqual({
      status: 'resolved',
    });
    expect(withoutPart(readDeskFilter({ team: 'mine', status: 'all' }), 'status')).toEqual({
      status: 'open',
      team: 'mine',
    });
  });
});

describe('what is counted', () => {
  it.each<[DeskFilter, boolean]>([
    [{ status: 'open' }, true],
    [{ status: 'waiting_customer' }, true],
    [{ status: 'resolved' }, false],
    [{ status: 'all' }, false],
    [{ status: 'open', text: 'import' }, false],
    [{ status: 'waiting_partner', partner: 'Banque' }, true],
    [{ status: 'open', reproduced: 'yes' }, true],
    [{ status: 'open', reproduced: 'no' }, false],
    [{ status: 'closed', reason: 'spam' }, false],
  ])('%o: %s', (filter, counted) => {
    expect(isCounted(filter)).toBe(counted);
  });

  it('takes what waits for somebody else as still to be done', () => {
    expect(OPEN_STATUSES).toContain('waiting_customer');
    expect(OPEN_STATUSES).not.toContain('resolved_pending_release');
  });
});

describe('who wrote last', () => {
  it.each<[TicketStatus, number | null, number | null, LastWord | null]>([
    ['submitted', 1, null, { by: 'customer', at: 1, waits: true }],
    ['in_review', 5, 3, { by: 'customer', at: 5, waits: true }],
    ['in_review', null, 3, { by: 'desk', at: 3, waits: false }],
    ['waiting_partner', 5, 3, { by: 'customer', at: 5, waits: true }],
    ['waiting_customer', 5, 3, { by: 'customer', at: 5, waits: false }],
    ['resolved', 5, 3, null],
    ['closed', null, 3, null],
    ['submitted', null, null, null],
  ])('%s, unanswered since %s, answered at %s', (status, waitingSince, answeredAt, told) => {
    expect(lastWordOf(status, { waitingSince, answeredAt })).toEqual(told);
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
