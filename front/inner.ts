import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Next behind an address that only this account can reach. */
export type Inner = {
  /** A socket of the file system, or on Windows a named pipe. */
  address: string;
  close(): Promise<void>;
};

/** Socket addresses are limited to some hundred bytes, which a data folder may exceed: so a folder of the system's. */
const place = (): { address: string; remove: () => void } => {
  if (process.platform === 'win32') {
    return { address: `\\\\.\\pipe\\guichet-${process.pid}`, remove: () => undefined };
  }
  // Made with mode 0700: whoever reaches this address is believed, so nobody else may.
  const folder = mkdtempSync(join(tmpdir(), 'guichet-'));
  return {
    address: join(folder, 'next.sock'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Lets the front's thread ask `handler`. The front, which faces the network, is the one that sets time limits. */
export const openInner = async (handler: RequestListener): Promise<Inner> => {
  const { address, remove } = place();
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 }, handler);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(address, done);
  });
  return {
    address,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          remove();
          done();
        });
        server.closeAllConnections();
      }),
  };
};
