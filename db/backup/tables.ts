import type postgres from 'postgres';

/** A table as it is copied: its quoted name, and the columns that are not computed. */
export type BackupTable = { name: string; columns: string[] };

export type Asker = postgres.Sql | postgres.TransactionSql;

type Link = { child: string; parent: string };

/** Ours, and the queue's: a job that waits in the backup must wait after the restore too. */
const SCHEMAS = ['public', 'graphile_worker'];
/** The queue's own list of its migrations belongs to the program, not to the data. */
const QUEUE_OWN = ['graphile_worker.migrations'];
/** The search index is made from the rest, and built anew after a restore. */
const MADE_FROM_THE_REST = ['generations', 'parts', 'documents', 'sections', 'postings', 'words', 'beginnings'].map(
  (name) => `public.search_${name}`,
);
const LEFT_OUT = [...QUEUE_OWN, ...MADE_FROM_THE_REST];

const columnsByTable = async (sql: Asker): Promise<BackupTable[]> => {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select format('%I.%I', c.table_schema, c.table_name) as name,
      array_agg(quote_ident(c.column_name) order by c.ordinal_position) as columns
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema in ${sql(SCHEMAS)} and c.is_generated = 'NEVER'
    group by 1 order by 1`;
  return rows.filter(({ name }) => !LEFT_OUT.includes(name)).map(({ name, columns }) => ({ name, columns }));
};

const links = async (sql: Asker): Promise<Link[]> => {
  const rows = await sql<Link[]>`
    select format('%I.%I', cn.nspname, c.relname) as child, format('%I.%I', pn.nspname, p.relname) as parent
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid join pg_namespace cn on cn.oid = c.relnamespace
    join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
    where f.contype = 'f' and c.oid <> p.oid`;
  return [...rows];
};

/**
 * Sorts names so that each comes after those it points to. Throws when some point to each other in a ring: such rows could
 * not be written one table at a time.
 */
export const parentsFirst = (names: readonly string[], all: readonly Link[]): string[] => {
  const sorted: string[] = [];
  let waiting = [...names];
  while (waiting.length > 0) {
    const ready = waiting.filter(
      (name) => !all.some(({ child, parent }) => child === name && waiting.includes(parent)),
    );
    if (ready.length === 0) throw new Error(`Tables point to each other in a ring: ${waiting.join(', ')}`);
    sorted.push(...ready);
    waiting = waiting.filter((name) => !ready.includes(name));
  }
  return sorted;
};

/** All tables that a backup holds, each after the tables it points to. */
export const backupTables = async (sql: Asker): Promise<BackupTable[]> => {
  const tables = new Map((await columnsByTable(sql)).map((table) => [table.name, table]));
  const order = parentsFirst([...tables.keys()], await links(sql));
  return order.flatMap((name) => tables.get(name) ?? []);
};
