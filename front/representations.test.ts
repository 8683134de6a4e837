import { describe, expect, it } from 'vitest';
import { bodyIn, encodingFor, etagOf, matchesEtag, plainOf } from './representations';

describe('encodingFor', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'identity'],
    ['xbr, gzipped', 'identity'],
  ])('%j gets %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding);
  });
});

describe('matchesEtag', () => {
  const etag = etagOf('abc', 'br');
  it.each([
    [undefined, false],
    [etag, true],
    [`W/${etag}`, true],
    [`"x", ${etag}`, true],
    ['*', true],
    [etagOf('abc', 'gzip'), false],
    ['abc-br', false],
  ])('%j: %s', (header, expected) => {
    expect(matchesEtag(header, etag)).toBe(expected);
  });
});

it.each(['br', 'gzip', 'identity'] as const)('gives back what was put in (%s)', async (encoding) => {
  const body = Buffer.from('<p>é</p>'.repeat(100));
  expect((await plainOf(await bodyIn(body, encoding))).equals(body)).toBe(true);
});
