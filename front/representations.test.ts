import { describe, expect, it } from 'vitest';
import { encodingFor, etagOf, gzipOf, matchesEtag, plainOf, represent } from './representations';

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

it('gives back in each encoding what was put in', async () => {
  const body = Buffer.from('<p>é</p>'.repeat(100));
  const made = await represent(body);
  expect((await plainOf(made)).equals(body)).toBe(true);
  const { gunzipSync } = await import('node:zlib');
  expect(gunzipSync(await gzipOf(body, 'kept')).equals(body)).toBe(true);
});
