import localFont from 'next/font/local';

/**
 * `optional`: a font that is late is used from the next page on, so that nothing moves under the eyes of who has begun to read. Both are
 * hinted at in the head of each page, which makes them late on the slowest of lines only.
 */

/** Headings: one weight only, 22 KB; variable Bricolage alone would take 41 of the 60 KB a page may spend on type. */
const heading = localFont({
  src: '../../../node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-600-normal.woff2',
  weight: '600',
  variable: '--font-heading',
  display: 'optional',
  adjustFontFallback: 'Arial',
});

/** Text: all weights in 20 KB, with tabular figures. */
const text = localFont({
  src: '../../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  weight: '300 900',
  variable: '--font-text',
  display: 'optional',
  adjustFontFallback: 'Arial',
});

export const fontClasses = `${heading.variable} ${text.variable}`;
