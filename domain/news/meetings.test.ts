import { expect, it } from 'vitest';
import { instantOf } from './meetings';

it.each([
  ['winter', '2026-12-08T11:00', '2026-12-08T10:00:00.000Z'],
  ['summer', '2026-07-08T11:00', '2026-07-08T09:00:00.000Z'],
  ['the hour that comes twice', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['the hour that is left out', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
])('places a Paris time in %s', (_name, wallTime, instant) => {
  expect(instantOf(wallTime, 'Europe/Paris').toISOString()).toBe(instant);
});
