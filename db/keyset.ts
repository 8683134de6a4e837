import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Page, Place } from '@/domain/lists/place';

/** Part of a list: the page after a place, or the one before it; `size` rows at most. Without a place, the first page. */
export type Part<At extends Place> = { after?: At | null | undefined; before?: At | null | undefined; size: number };

/** How a list is sorted: by columns that all rise or all fall, the last of which tells rows apart. */
type Order<At extends Place> = {
  by: readonly (AnyColumn | SQL)[];
  falls?: boolean;
  /** The values of a place as the database compares them with the columns, one for each. */
  bounds: (place: At) => readonly SQL[];
};

const isBackwards = <At extends Place>({ after, before }: Part<At>): boolean => !after && Boolean(before);

/** An instant that a place names, in epoch milliseconds. */
export const instantBound = (at: number): SQL => sql`${new Date(at).toISOString()}::timestamptz`;

/**
 * What a statement needs to read a part of a list: the condition, the order (`way` for one column more), and one row beyond
 * the page, which tells whether there is another. A page before a place is read from its end: `pageOf` turns it round.
 */
export const cut = <At extends Place>({ by, falls = false, bounds }: Order<At>, part: Part<At>) => {
  const place = part.after ?? part.before;
  const downwards = falls !== isBackwards(part);
  const way = downwards ? desc : asc;
  return {
    where: place ? beyond(by, bounds(place), downwards) : undefined,
    orderBy: by.map((column) => way(column)),
    way,
    limit: part.size + 1,
  };
};

const beyond = (by: readonly (AnyColumn | SQL)[], bounds: readonly SQL[], downwards: boolean): SQL => {
  const sign = sql.raw(downwards ? '<' : '>');
  const [column, bound] = [by[0] ?? sql`null`, bounds[0] ?? sql`null`];
  if (by.length === 1) return sql`${column} ${sign} ${bound}`;
  // The first condition says what an index can use, the second is exact.
  return sql`(${column} ${sign}= ${bound} and (${sql.join([...by], sql`, `)}) ${sign} (${sql.join([...bounds], sql`, `)}))`;
};

/** The page that the rows of a `cut` make, with the places of its first and last row where the list goes on beyond them. */
export const pageOf = <Row, At extends Place>(
  read: readonly Row[],
  part: Part<At>,
  placeOf: (row: Row) => At,
): Page<Row, At> => {
  const backwards = isBackwards(part);
  const more = read.length > part.size;
  const rows = read.slice(0, part.size);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (backwards ? more : part.after) ? placeOf(first) : null,
    next: last && (backwards || more) ? placeOf(last) : null,
  };
};
