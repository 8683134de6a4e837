import type { Locale } from '../people/locale';

/** A value of a table that leaves the house. */
export type CsvValue = string | number | null;

/**
 * How spreadsheets read a file of rows where a language is spoken: with a decimal comma, columns cannot be parted by
 * commas, and a French Excel opens a file of commas in one single column.
 */
const SHAPES = {
  fr: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
} as const satisfies Record<Locale, { separator: string; decimal: string }>;

/** What spreadsheets would run as a formula is marked as text; the wide signs of East Asian keyboards are run, too. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const cell = (value: CsvValue, decimal: string): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  const text = harmless(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** What a file of rows opens with: without it spreadsheets read accents wrong. */
export const CSV_MARK = '\uFEFF';

/**
 * One row of a file (RFC 4180) as spreadsheets of this language read it: quotes where needed, CRLF; what a visitor typed can
 * never become a formula.
 */
export const csvLine = (row: readonly CsvValue[], locale: Locale): string => {
  const { separator, decimal } = SHAPES[locale];
  return `${row.map((value) => cell(value, decimal)).join(separator)}\r\n`;
};

/** Rows as a whole file. */
export const csvOf = (rows: readonly (readonly CsvValue[])[], locale: Locale): string =>
  CSV_MARK + rows.map((row) => csvLine(row, locale)).join('');
