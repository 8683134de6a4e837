import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutFonts, HEADING_LETTERS, lettersIn, OTHER_LETTERS, USUAL_LETTERS } from './type';

const { resolve } = createRequire(import.meta.url);
const FRENCH = 'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜàâæçèéêëîïôœùûüÿ « » ’ “ ” … – — · • € ° × \u00a0 \u202f 0123456789';

describe('the letters that fonts are cut into', () => {
  it('are, together, all that the fonts can write, each once', async () => {
    const { latin } = JSON.parse(await readFile(resolve('@fontsource-variable/figtree/unicode.json'), 'utf8'));
    const printable = [...lettersIn(latin)].filter((letter) => letter >= ' ' && !(letter > '~' && letter < '\u00a0'));
    expect([...lettersIn(USUAL_LETTERS), ...lettersIn(OTHER_LETTERS)].sort()).toEqual([...new Set(printable)].sort());
  });

  it('have all of French and English among the usual ones', () => {
    const usual = lettersIn(USUAL_LETTERS);
    expect([...FRENCH].filter((letter) => !usual.includes(letter))).toEqual([]);
  });

  it('have all that headings are made of, but for signs, among those of headings', () => {
    const signs = [...lettersIn(USUAL_LETTERS)].filter((letter) => !lettersIn(HEADING_LETTERS).includes(letter));
    expect(signs.join('')).toBe('#$*+<=>@[\\]^_`{|}~§©®½×™↑↓−');
    expect([...lettersIn(HEADING_LETTERS)].filter((letter) => !lettersIn(USUAL_LETTERS).includes(letter))).toEqual([]);
  });

  it('are those that the pages’ styles name', async () => {
    const fonts = await readFile(join(import.meta.dirname, '../app/_components/shell/fonts.ts'), 'utf8');
    expect([...fonts.matchAll(/'(U\+[^']+)'/g)].map(([, range]) => range)).toEqual([
      HEADING_LETTERS,
      OTHER_LETTERS,
      USUAL_LETTERS,
      OTHER_LETTERS,
    ]);
  });

  it('make files of which the two that every page loads are small', async () => {
    const root = await mkdtemp(join(tmpdir(), 'guichet-type-'));
    await cutFonts(root);
    const sizes = await Promise.all(
      ['heading', 'text'].map(
        async (name) => (await readFile(join(root, `app/_components/shell/type/${name}-usual.woff2`))).length,
      ),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(5_000);
    expect(Math.max(...sizes)).toBeLessThan(14_000);
    await rm(root, { recursive: true });
  });
});
