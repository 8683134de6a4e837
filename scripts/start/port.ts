import { createServer } from 'node:net';
import { StartRefusal } from './fail';

const REASONS: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is taken by another program: stop it, or choose another port, e.g. PORT=${port + 1} npm start`,
  EACCES: (_host, port) =>
    `Port ${port} needs more rights than this account has: choose one above 1023, e.g. PORT=3000`,
  EADDRNOTAVAIL: (host) =>
    `${host} is no address of this machine: set HOST to 127.0.0.1 (this machine) or 0.0.0.0 (all)`,
  ENOTFOUND: (host) => `HOST=${host} is not known: set HOST to 127.0.0.1 (this machine) or 0.0.0.0 (all)`,
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Makes one line of why a port could not be listened on; other errors come back as they are. */
export const portRefusal = (error: unknown, host: string, port: number): unknown => {
  const reason = REASONS[codeOf(error)];
  return reason ? new StartRefusal(reason(host, port)) : error;
};

/** Refuses early, before anything is touched, when the port cannot be listened on. */
export const claimPort = (host: string, port: number): Promise<void> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => fail(portRefusal(error, host, port)));
    probe.listen(port, host, () => probe.close(() => done()));
  });
