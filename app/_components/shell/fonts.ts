import localFont from 'next/font/local';

/** Headings: one weight only, 22 KB; variable Bricolage alone would take 41 of the 60 KB a page may spend on type. */
const heading = localFont({
  src: '../../../node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-600-normal.woff2',
  weight: '600',
  variable: '--font-heading',
  display: 'swap',
  adjustFontFallback: 'Arial',
});

/** Text: all weights in 20 KB, with tabular figures. */
const text = localFont({
  src: '../../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  weight: '300 900',
  variable: '--font-text',
  display: 'swap',
  adjustFontFallback: 'Arial',
});

export const fontClasses = `${heading.variable} ${text.variable}`;
