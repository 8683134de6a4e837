import { describe, expect, it } from 'vitest';
import { holidayCountries, holidayRegions, knowsPlace, publicHolidays } from './holidays';

const FRANCE = { country: 'FR', region: null };

describe('public holidays', () => {
  it.each([
    ['2026-01-01', FRANCE, true],
    ['2026-04-06', FRANCE, true],
    ['2026-05-14', FRANCE, true],
    ['2026-07-14', FRANCE, true],
    ['2026-11-11', FRANCE, true],
    ['2026-11-12', FRANCE, false],
    ['2026-12-26', FRANCE, false],
    ['2026-05-10', FRANCE, false],
    ['2026-12-26', { country: 'FR', region: '57' }, true],
    ['2026-07-21', { country: 'BE', region: null }, true],
    ['2026-07-14', { country: 'BE', region: null }, false],
  ] as const)('%s in %o: %s', async (date, place, holiday) => {
    expect((await publicHolidays(place))(date) !== null).toBe(holiday);
  });

  it('are named in both languages', async () => {
    expect((await publicHolidays(FRANCE))('2026-12-25')).toEqual({ fr: 'Noël', en: 'Christmas Day' });
  });

  it('are none without a country', async () => {
    expect((await publicHolidays(null))('2026-12-25')).toBeNull();
  });
});

it('offers countries and regions by name, and knows which there are', async () => {
  expect(await holidayCountries('fr')).toContainEqual({ key: 'FR', name: 'France' });
  expect((await holidayRegions('FR', 'fr')).length).toBeGreaterThan(1);
  expect(await knowsPlace({ country: 'FR', region: null })).toBe(true);
  expect(await knowsPlace({ country: 'FR', region: 'nowhere' })).toBe(false);
  expect(await knowsPlace({ country: 'XX', region: null })).toBe(false);
});
