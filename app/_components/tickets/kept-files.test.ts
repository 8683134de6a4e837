import { expect, it } from 'vitest';
import { isKeptFile, stillThere } from './kept-files';

const HOUR = 3_600_000;
const file = { id: 'f', claim: 'secret', name: 'bilan.png', mediaType: 'image/png', bytes: 12, since: 0 };

it('are brought back while the server has them', () => {
  expect(stillThere([file], 17 * HOUR)).toEqual([file]);
  expect(stillThere([file], 18 * HOUR)).toEqual([]);
});

it('are told from whatever else storage may hold', () => {
  expect(isKeptFile(file)).toBe(true);
  for (const other of [null, 'f', {}, { ...file, claim: 1 }, { ...file, since: '0' }])
    expect(isKeptFile(other)).toBe(false);
});
