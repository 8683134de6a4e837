import { describe, expect, it } from 'vitest';
import { isPhone, recapDue, slotIn, slotsFault } from './calls';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const at = (iso: string) => Date.parse(iso);

describe('a slot for a call', () => {
  it.each([
    ['in winter', '2026-11-24T14:30', 'Europe/Paris', at('2026-11-24T13:30:00Z')],
    ['in summer', '2027-07-01T14:30', 'Europe/Paris', at('2027-07-01T12:30:00Z')],
    ['elsewhere', '2026-11-24T14:30', 'America/Martinique', at('2026-11-24T18:30:00Z')],
    ['of the hour that comes twice, the first', '2027-10-31T02:30', 'Europe/Paris', at('2027-10-31T00:30:00Z')],
    ['not in the hour that is left out', '2027-03-28T02:30', 'Europe/Paris', null],
    ['no such day', '2026-02-30T10:00', 'Europe/Paris', null],
    ['no such zone', '2026-11-24T14:30', 'Europe/Nowhere', null],
    ['words', 'demain', 'Europe/Paris', null],
    ['nothing', '', 'Europe/Paris', null],
  ])('%s', (_, written, timeZone, expected) => {
    expect(slotIn(written, timeZone)).toBe(expected);
  });

  const [one, two] = [NOW + 3_600_000, NOW + 7_200_000];
  it.each([
    [[one, two], null],
    [[one], 'few'],
    [[1, 2, 3, 4, 5, 6].map((hours) => NOW + hours * 3_600_000), 'many'],
    [[one, one], 'same'],
    [[NOW, two], 'past'],
    [[one, NOW + 61 * 86_400_000], 'far'],
  ])('%j: %s', (slots, fault) => {
    expect(slotsFault(slots, NOW)).toBe(fault);
  });
});

it.each([
  ['06 12 34 56 78', true],
  ['+33 (0)6.12-34', true],
  ['12345', false],
  ['appelez-moi', false],
  ['', false],
  ['1'.repeat(31), false],
])('%s is a telephone number: %s', (text, expected) => {
  expect(isPhone(text)).toBe(expected);
});

it('asks for the recap from the hour of the call on', () => {
  const chosenAt = new Date(NOW);
  expect(recapDue({ state: 'chosen', chosenAt }, NOW - 1)).toBe(false);
  expect(recapDue({ state: 'chosen', chosenAt }, NOW)).toBe(true);
  expect(recapDue({ state: 'done', chosenAt }, NOW)).toBe(false);
  expect(recapDue({ state: 'proposed', chosenAt: null }, NOW)).toBe(false);
});
