import localFont from 'next/font/local';

/**
 * `optional`: a font that is late is used from the next page on, so that nothing moves under the eyes of who has begun to
 * read. The usual letters are hinted at in the head of each page, which makes them late on the slowest of lines only; the
 * others are asked for by pages that have one (`reading/type.ts` cuts the files, and a test holds the ranges together).
 * Of the two families of a font the second alone brings the fallback of the same measures, since a letter is looked for
 * from the first to the last.
 */

/** Headings: one weight only, and their signs from the font of the text; variable Bricolage alone would take 41 of the 60 KB a page may spend on type. */
const heading = localFont({
  src: './type/heading-usual.woff2',
  weight: '600',
  variable: '--font-heading-usual',
  display: 'optional',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0020-0022, U+0025-0029, U+002C-003B, U+003F, U+0041-005A, U+0061-007A, U+00A0, U+00AB, U+00B0, U+00B7, U+00BB, U+00C0, U+00C2, U+00C6-00CB, U+00CE-00CF, U+00D4, U+00D9, U+00DB-00DC, U+00E0, U+00E2, U+00E6-00EB, U+00EE-00EF, U+00F4, U+00F9, U+00FB-00FC, U+00FF, U+0152-0153, U+2009, U+2011, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+202F, U+20AC',
    },
  ],
});

const headingOther = localFont({
  src: './type/heading-other.woff2',
  weight: '600',
  variable: '--font-heading-other',
  display: 'optional',
  preload: false,
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+00A1-00A6, U+00A8, U+00AA, U+00AC-00AD, U+00AF, U+00B1-00B6, U+00B8-00BA, U+00BC, U+00BE-00BF, U+00C1, U+00C3-00C5, U+00CC-00CD, U+00D0-00D3, U+00D5-00D6, U+00D8, U+00DA, U+00DD-00DF, U+00E1, U+00E3-00E5, U+00EC-00ED, U+00F0-00F3, U+00F5-00F8, U+00FA, U+00FD-00FE, U+0131, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-2008, U+200A-2010, U+2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2023-2025, U+2027-202E, U+2030-206F, U+2215, U+FEFF, U+FFFD',
    },
  ],
});

/** Text: the weights from plain to bold in 13 KB, with tabular figures. */
const text = localFont({
  src: './type/text-usual.woff2',
  weight: '400 700',
  variable: '--font-text-usual',
  display: 'optional',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0020-007E, U+00A0, U+00A7, U+00A9, U+00AB, U+00AE, U+00B0, U+00B7, U+00BB, U+00BD, U+00C0, U+00C2, U+00C6-00CB, U+00CE-00CF, U+00D4, U+00D7, U+00D9, U+00DB-00DC, U+00E0, U+00E2, U+00E6-00EB, U+00EE-00EF, U+00F4, U+00F9, U+00FB-00FC, U+00FF, U+0152-0153, U+2009, U+2011, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+202F, U+20AC, U+2122, U+2191, U+2193, U+2212',
    },
  ],
});

const textOther = localFont({
  src: './type/text-other.woff2',
  weight: '400 700',
  variable: '--font-text-other',
  display: 'optional',
  preload: false,
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+00A1-00A6, U+00A8, U+00AA, U+00AC-00AD, U+00AF, U+00B1-00B6, U+00B8-00BA, U+00BC, U+00BE-00BF, U+00C1, U+00C3-00C5, U+00CC-00CD, U+00D0-00D3, U+00D5-00D6, U+00D8, U+00DA, U+00DD-00DF, U+00E1, U+00E3-00E5, U+00EC-00ED, U+00F0-00F3, U+00F5-00F8, U+00FA, U+00FD-00FE, U+0131, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-2008, U+200A-2010, U+2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2023-2025, U+2027-202E, U+2030-206F, U+2215, U+FEFF, U+FFFD',
    },
  ],
});

export const fontClasses = `${heading.variable} ${headingOther.variable} ${text.variable} ${textOther.variable}`;
