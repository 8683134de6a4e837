/** A value of a table that leaves the house. */
export type CsvValue = string | number | null;

/** What spreadsheets would run as a formula is marked as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (value: CsvValue): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** What a file of rows opens with: without it spreadsheets read accents wrong. */
export const CSV_MARK = '\uFEFF';

/** One row of a file (RFC 4180): commas, quotes where needed, CRLF; what a visitor typed can never become a formula. */
export const csvLine = (row: readonly CsvValue[]): string => `${row.map(cell).join(',')}\r\n`;

/** Rows as a whole file. */
export const csvOf = (rows: readonly (readonly CsvValue[])[]): string => CSV_MARK + rows.map(csvLine).join('');
