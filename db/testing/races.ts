import { sql } from 'drizzle-orm';
import { database, type Tx } from '../client';

/** Something to wait for until somebody opens it. */
export const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

/** The process of the database that works on a transaction. */
export const backendOf = async (tx: Tx): Promise<number> => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};

const LOOK_MS = 20;

/** Waits until another process waits for a row that this one holds, and answers which. */
export const blockedBy = async (pid: number): Promise<number> => {
  for (;;) {
    const [row] = await database().execute<{ pid: number }>(
      sql`select pid from pg_stat_activity where ${pid} = any(pg_blocking_pids(pid)) limit 1`,
    );
    if (row) return row.pid;
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
};
