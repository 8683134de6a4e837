import { expect, it } from 'vitest';
import { isLikelyPerson, readingWeek } from './reads';

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', true],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1', true],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', false],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0 Safari/537.36', false],
  ['Mozilla/5.0 (compatible; AhrefsSiteAudit/6.1; crawler)', false],
  ['WhatsApp/2.23.20.0 and some more words', false],
  ['curl/8.5.0 and some more words', false],
  ['Mozilla/5.0', false],
  [null, false],
])('%s is a person: %s', (userAgent, expected) => {
  expect(isLikelyPerson(userAgent)).toBe(expected);
});

it.each([
  ['2026-11-22T10:00:00Z', 0, '2026-11-16'],
  // Monday has begun in Paris.
  ['2026-11-22T23:30:00Z', 0, '2026-11-23'],
  ['2026-11-23T10:00:00Z', 3, '2026-11-02'],
  ['2027-01-02T10:00:00Z', 0, '2026-12-28'],
])('%s, %i weeks back, is in the week of %s', (at, back, week) => {
  expect(readingWeek(new Date(at), 'Europe/Paris', back)).toBe(week);
});
