import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPicture } from './draw';

afterEach(() => vi.unstubAllGlobals());

describe('the picture of a page', () => {
  it.each([
    ['French, with what our fonts have not', 'Où est passé « l’œuvre » de Zoë\u202f? Łódź, 日本語 et 🎉', 'Adhérents'],
    ['a title that would fill pages', 'Rapprocher toutes les écritures de l’exercice '.repeat(9), null],
    ['nothing that can be drawn', '日本語', null],
  ])('is drawn without asking any other site: %s', async (_what, title, above) => {
    const asked: string[] = [];
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (address: string) => {
      // Its own program comes as data.
      if (address.startsWith('data:')) return fetch(address);
      asked.push(address);
      return Promise.reject(new Error('the network is cut off'));
    });
    const picture = await drawPicture({ locale: 'fr', title, above });
    const { format, width, height } = await sharp(picture).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(120_000);
    expect(asked).toEqual([]);
  });
});
