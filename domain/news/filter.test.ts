import { describe, expect, it } from 'vitest';
import { NO_FILTER, newsAddress, newsFacets, passes, readNewsAddress } from './filter';

const NOTES = [
  { kind: 'fixed', date: '2026-11-10', themes: ['import'] },
  { kind: 'new', date: '2026-10-20', themes: ['import', 'closing'] },
  { kind: 'fixed', date: '2026-10-13', themes: [] },
] as const;

describe('the address of a list', () => {
  it.each([
    [NO_FILTER, 1, ''],
    [NO_FILTER, 2, '/by/page-2'],
    [{ ...NO_FILTER, kind: 'fixed' }, 1, '/by/fixed'],
    [{ kind: 'new', month: '2026-10', theme: 'members-import' }, 3, '/by/new/2026-10/theme-members-import/page-3'],
  ] as const)('of %j, page %i, is %j and leads back', (filter, page, address) => {
    expect(newsAddress(filter, page)).toBe(address);
    if (address) expect(readNewsAddress(address.slice('/by/'.length).split('/'))).toEqual({ filter, page });
  });

  it.each([
    [['unknown']],
    [['2026-10', 'new']],
    [['new', 'fixed']],
    [['page-1']],
    [['page-0']],
    [['page-2', 'page-3']],
    [['2026-13']],
    [['theme-']],
    [['new', 'more']],
    [[]],
  ])('is none of %j', (segments) => {
    expect(readNewsAddress(segments)).toBeNull();
  });
});

it.each([
  [NO_FILTER, 3],
  [{ ...NO_FILTER, kind: 'fixed' }, 2],
  [{ ...NO_FILTER, month: '2026-10' }, 2],
  [{ ...NO_FILTER, theme: 'import' }, 2],
  [{ kind: 'fixed', month: '2026-10', theme: null }, 1],
  [{ kind: 'fixed', month: '2026-10', theme: 'import' }, 0],
] as const)('%j lets %i of three through', (filter, count) => {
  expect(NOTES.filter((note) => passes(note, filter))).toHaveLength(count);
});

describe('the ways to narrow a list', () => {
  it('counts what each leads to, all first, months newest first', () => {
    expect(newsFacets(NOTES, NO_FILTER)).toEqual({
      kinds: [
        { value: null, count: 3, current: true },
        { value: 'new', count: 1, current: false },
        { value: 'fixed', count: 2, current: false },
      ],
      months: [
        { value: null, count: 3, current: true },
        { value: '2026-11', count: 1, current: false },
        { value: '2026-10', count: 2, current: false },
      ],
      themes: [
        { value: null, count: 3, current: true },
        { value: 'closing', count: 1, current: false },
        { value: 'import', count: 2, current: false },
      ],
    });
  });

  it('keeps the other filters, and the way that is taken even when it leads to nothing', () => {
    const { kinds, themes } = newsFacets(NOTES, { kind: 'new', month: '2026-11', theme: null });
    expect(kinds).toEqual([
      { value: null, count: 1, current: false },
      { value: 'new', count: 0, current: true },
      { value: 'fixed', count: 1, current: false },
    ]);
    expect(themes).toEqual([{ value: null, count: 0, current: true }]);
  });
});
