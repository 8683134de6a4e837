import { expect, it } from 'vitest';
import { dayIn } from './days';

it('knows the day where somebody is', () => {
  const now = new Date('2026-11-22T23:30:00Z');
  expect([dayIn(now, 'Europe/Paris'), dayIn(now.getTime(), 'America/Montreal')]).toEqual(['2026-11-23', '2026-11-22']);
});
