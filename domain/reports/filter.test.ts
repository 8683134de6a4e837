import { describe, expect, it } from 'vitest';
import { partsOf, readReportFilter, reportAddressOf } from './filter';

const TODAY = '2026-11-22';
const TEAM = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

describe('what reports are narrowed to', () => {
  it.each([
    [{}, '2026-10-24', '2026-11-22', 'day', null],
    [{ period: '7' }, '2026-11-16', '2026-11-22', 'day', null],
    [{ period: '90' }, '2026-08-25', '2026-11-22', 'week', null],
    [{ period: '365' }, '2025-11-23', '2026-11-22', 'month', null],
    [{ period: '365', unit: 'week' }, '2025-11-23', '2026-11-22', 'week', null],
    // 365 bars nobody can read.
    [{ period: '365', unit: 'day' }, '2025-11-23', '2026-11-22', 'month', null],
    [{ period: 'own', from: '2026-03-01', until: '2026-03-31' }, '2026-03-01', '2026-03-31', 'day', null],
    [{ period: 'own', from: '2026-03-31', until: '2026-03-01' }, '2026-10-24', '2026-11-22', 'day', 'order'],
    [{ period: 'own', from: '2026-02-30', until: '2026-03-01' }, '2026-10-24', '2026-11-22', 'day', 'missing'],
    [{ period: 'own', from: '2020-01-01', until: '2026-03-01' }, '2026-10-24', '2026-11-22', 'day', 'long'],
    [{ period: 'ever' }, '2026-10-24', '2026-11-22', 'day', null],
  ] as [Record<string, string>, string, string, string, string | null][])(
    '%o: from %s to %s by %s',
    (query, from, until, unit, fault) => {
      const read = readReportFilter(query, TODAY);
      expect(read.filter).toMatchObject({ from, until, unit });
      expect(read.fault).toBe(fault);
    },
  );

  it('goes into an address and comes back the same; what makes no sense narrows nothing', () => {
    const query = { period: 'own', from: '2026-03-01', until: '2026-03-31', unit: 'week', team: TEAM, type: 'problem' };
    const { filter } = readReportFilter(query, TODAY);
    expect(readReportFilter(reportAddressOf(filter), TODAY).filter).toEqual(filter);
    expect(readReportFilter({ team: "x' or 1", type: '../x' }, TODAY).filter).not.toHaveProperty('team');
  });
});

describe('parts of a period', () => {
  it('begin on Mondays and on firsts', () => {
    const period = { from: '2026-10-29', until: '2026-11-10' };
    expect(partsOf({ ...period, unit: 'week' })).toEqual(['2026-10-26', '2026-11-02', '2026-11-09']);
    expect(partsOf({ ...period, unit: 'month' })).toEqual(['2026-10-01', '2026-11-01']);
    expect(partsOf({ from: '2026-10-24', until: '2026-10-26', unit: 'day' })).toHaveLength(3);
  });
});
