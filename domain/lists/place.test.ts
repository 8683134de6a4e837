import { describe, expect, it } from 'vitest';
import { placeText, readPlace } from './place';

describe('places in a list', () => {
  it.each([
    [[Date.UTC(2026, 10, 22), 1042], '1795305600000,1042'],
    [[true, 'Zoé, « Le Jardin »', '3f2a'], 'true,"Zoé, « Le Jardin »","3f2a"'],
  ])('%j come back from an address as they went', (place, text) => {
    expect(placeText(place)).toBe(text);
    expect(readPlace(text)).toEqual(place);
  });

  it.each(['', '1.2.3', 'a.b', '1,', ',1', '"', '1]', 'nonsense'])('%s is none', (text) => {
    expect(readPlace(text)).toBeNull();
  });
});
