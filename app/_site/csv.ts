import type { Locale } from '@/domain/people/locale';
import { CSV_MARK, type CsvValue, csvLine } from '@/domain/reports/csv';

type Rows = Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>;

/** Rows are sent in pieces of about this many characters: one each would cost more than it says. */
const PIECE = 16_384;

async function* pieces(rows: Rows, locale: Locale): AsyncGenerator<string> {
  let piece = CSV_MARK;
  for await (const row of rows) {
    piece += csvLine(row, locale);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/**
 * A table as a file that spreadsheets open: RFC 4180 in UTF-8, with the mark by which Excel knows it,
 * and the signs of its reader's language. Rows that come one
 * by one are sent as they come, so that a long file takes no memory; what may be refused is asked before.
 */
export const csvFile = (name: string, rows: Rows, locale: Locale): Response => {
  const source = pieces(rows, locale);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await source.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
