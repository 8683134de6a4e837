type Cell = string | number | null;

/** Spreadsheets take what begins like this for a formula and run it. */
const FORMULA = /^[=+\-@\t\r]/;

const cellOf = (cell: Cell): string => {
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell ?? '');
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as a file that spreadsheets open: RFC 4180 in UTF-8, with the mark by which Excel knows it. */
export const csvFile = (name: string, rows: readonly (readonly Cell[])[]): Response =>
  new Response(`\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
