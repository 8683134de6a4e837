/** What postgres.js, node-postgres (job worker) and the migrator are all given. */
export type ConnectionOptions = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl: boolean | 'require' | 'prefer';
};

const sslOf = (mode: string | null): ConnectionOptions['ssl'] => {
  if (mode === null || mode === 'disable') return false;
  return mode === 'prefer' || mode === 'allow' ? 'prefer' : 'require';
};

/**
 * Reads a Postgres address. `postgres://user:password@host:5432/name`, or with `?host=/folder` for a unix socket, as
 * libpq does. Throws a `TypeError` for anything that is no address at all.
 */
export const connectionOptions = (address: string): ConnectionOptions => {
  const url = new URL(address);
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || url.searchParams.get('port') || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ssl: sslOf(url.searchParams.get('sslmode')),
  };
};
