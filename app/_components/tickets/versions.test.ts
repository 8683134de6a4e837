import { expect, it } from 'vitest';
import { versionOf } from './versions';

const garden = { id: 'garden', productVersion: '2026.47' };
const rowing = { id: 'rowing', productVersion: '2026.40' };
const choir = { id: 'choir', productVersion: null };

it('is that of the organisation one writes for, the first until one is chosen', () => {
  const all = [garden, rowing, choir];
  expect(versionOf(all, undefined)).toBe('2026.47');
  expect(versionOf(all, 'rowing')).toBe('2026.40');
  expect(versionOf(all, 'choir')).toBe('');
  expect(versionOf([], undefined)).toBe('');
});
