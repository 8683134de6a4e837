import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** The letters and signs of French and English prose: what a page needs before it is read. */
export const USUAL_LETTERS =
  'U+0020-007E, U+00A0, U+00A7, U+00A9, U+00AB, U+00AE, U+00B0, U+00B7, U+00BB, U+00BD, U+00C0, U+00C2, U+00C6-00CB, U+00CE-00CF, U+00D4, U+00D7, U+00D9, U+00DB-00DC, U+00E0, U+00E2, U+00E6-00EB, U+00EE-00EF, U+00F4, U+00F9, U+00FB-00FC, U+00FF, U+0152-0153, U+2009, U+2011, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+202F, U+20AC, U+2122, U+2191, U+2193, U+2212';

/**
 * Those of them that headings are written in. The signs of code and of law, which those of the text stand in for, would
 * be a quarter of the file, and more than a server sends before it waits for the first word back (ten packets).
 */
export const HEADING_LETTERS =
  'U+0020-0022, U+0025-0029, U+002C-003B, U+003F, U+0041-005A, U+0061-007A, U+00A0, U+00AB, U+00B0, U+00B7, U+00BB, U+00C0, U+00C2, U+00C6-00CB, U+00CE-00CF, U+00D4, U+00D9, U+00DB-00DC, U+00E0, U+00E2, U+00E6-00EB, U+00EE-00EF, U+00F4, U+00F9, U+00FB-00FC, U+00FF, U+0152-0153, U+2009, U+2011, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+202F, U+20AC';

/** What else the fonts can write, of other languages: a browser asks for it where a page has one of them. */
export const OTHER_LETTERS =
  'U+00A1-00A6, U+00A8, U+00AA, U+00AC-00AD, U+00AF, U+00B1-00B6, U+00B8-00BA, U+00BC, U+00BE-00BF, U+00C1, U+00C3-00C5, U+00CC-00CD, U+00D0-00D3, U+00D5-00D6, U+00D8, U+00DA, U+00DD-00DF, U+00E1, U+00E3-00E5, U+00EC-00ED, U+00F0-00F3, U+00F5-00F8, U+00FA, U+00FD-00FE, U+0131, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-2008, U+200A-2010, U+2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2023-2025, U+2027-202E, U+2030-206F, U+2215, U+FEFF, U+FFFD';

const FONTS = {
  heading: {
    source: '@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-600-normal.woff2',
    usual: HEADING_LETTERS,
  },
  text: {
    source: '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
    usual: USUAL_LETTERS,
    // From plain to bold: what nothing here is written in is left out.
    variationAxes: { wght: { min: 400, max: 700 } },
  },
} as const;

// The fallback of the same measures is worked out from the widths of plain letters, in the file of the others.
const OTHER_PART = `U+0020, U+0041-005A, U+0061-007A, ${OTHER_LETTERS}`;

/** Spacing, marks, ligatures and figures of one width; the designers' other shapes are used nowhere. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'tnum', 'rvrn'];

/** The letters of a `unicode-range`, as a text. */
export const lettersIn = (range: string): string =>
  range
    .split(',')
    .map((part) => {
      const [first = 0, last = first] = part
        .trim()
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
    })
    .join('');

const isFresh = (file: string, source: string): boolean =>
  existsSync(file) &&
  statSync(file).mtimeMs > Math.max(statSync(source).mtimeMs, statSync(import.meta.filename).mtimeMs);

/**
 * Cuts the fonts' files into the letters that pages are written in and the rest, a third smaller for all who read, into
 * `app/_components/shell/type/`, where `fonts.ts` takes them from. What is there already is left as it is.
 */
export const cutFonts = async (root = '.'): Promise<void> => {
  const folder = join(root, 'app/_components/shell/type');
  const { resolve } = createRequire(import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const [name, { source, usual, ...options }] of Object.entries(FONTS)) {
    const from = resolve(source);
    for (const [part, range] of Object.entries({ usual, other: OTHER_PART })) {
      const file = join(folder, `${name}-${part}.woff2`);
      if (isFresh(file, from)) continue;
      await writeFile(
        file,
        await subsetFont(await readFile(from), lettersIn(range), {
          targetFormat: 'woff2',
          keepFeatures: FEATURES,
          ...options,
        }),
      );
    }
  }
};
