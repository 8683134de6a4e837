import type postgres from 'postgres';

/** A text is kept prepared from this time on that it is asked: what is asked once costs less without. */
const ASKED_BEFORE = 2;
/** So many texts at most are kept, on each connection; the rest is asked as it comes. */
const MOST_TEXTS = 1_000;
/** Lists of many values differ in length each time they are written. */
const MOST_VALUES = 100;

type Unsafe = postgres.Sql['unsafe'];
type Asking = { unsafe: Unsafe };
type Savepoint = (work: (sql: postgres.TransactionSql) => unknown) => Promise<unknown>;
type Begin = (...given: [...options: string[], work: (sql: postgres.TransactionSql) => unknown]) => Promise<unknown>;

/**
 * Lets Postgres keep the statements prepared that are asked again and again: taking them apart and planning them each
 * time, and the round trip for it, costs more than most answers. Postgres itself goes on planning those anew whose best
 * plan depends on the values (`plan_cache_mode = auto`). drizzle asks by `unsafe` and says of each statement that it is not
 * to be prepared, since it cannot know how often it comes.
 */
export const keepPrepared = (client: postgres.Sql): postgres.Sql => {
  const asked = new Map<string, number>();

  const isKept = (text: string, values: number): boolean => {
    if (values === 0 || values > MOST_VALUES) return false;
    const times = asked.get(text);
    if (times === undefined && asked.size >= MOST_TEXTS) return false;
    asked.set(text, (times ?? 0) + 1);
    return (times ?? 0) >= ASKED_BEFORE;
  };

  const prepareThrough = (sql: Asking): void => {
    const ask = sql.unsafe.bind(sql);
    const asking: Unsafe = (text, values, options) =>
      ask(text, values, { ...options, prepare: isKept(text, values?.length ?? 0) });
    sql.unsafe = asking;
  };

  const within =
    (work: (sql: postgres.TransactionSql) => unknown) =>
    (sql: postgres.TransactionSql): unknown => {
      prepareThrough(sql);
      const savepoint = sql.savepoint.bind(sql) as unknown as Savepoint;
      Object.assign(sql, { savepoint: (inner: typeof work) => savepoint(within(inner)) });
      return work(sql);
    };

  prepareThrough(client);
  const begin = client.begin.bind(client) as unknown as Begin;
  Object.assign(client, {
    begin: (...given: Parameters<Begin>) => {
      const work = given.at(-1) as (sql: postgres.TransactionSql) => unknown;
      return begin(...(given.slice(0, -1) as string[]), within(work));
    },
  });
  return client;
};
