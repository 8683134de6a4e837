import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Next behind an address that only this account can reach. */
export type Inner = {
  /** A socket of the file system, or on Windows a named pipe. */
  address: string;
  close(): Promise<void>;
};

/** The system allows 107 bytes for the address of a socket, 103 on macOS. */
const ADDRESS_LIMIT = 103;

/**
 * A folder with mode 0700: whoever reaches this address is believed, so nobody else may. In the data folder, where a
 * killed process leaves nothing that the next one with this port does not take away; elsewhere if that is too long.
 */
const place = (folder: string, port: number): { address: string; remove: () => void } => {
  if (process.platform === 'win32') {
    return { address: `\\\\.\\pipe\\guichet-${process.pid}`, remove: () => undefined };
  }
  const name = `next-${port}.sock`;
  const address = join(resolve(folder), name);
  if (Buffer.byteLength(address) > ADDRESS_LIMIT) {
    const other = mkdtempSync(join(tmpdir(), 'guichet-'));
    return { address: join(other, name), remove: () => rmSync(other, { recursive: true, force: true }) };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const remove = (): void => rmSync(address, { force: true });
  remove();
  return { address, remove };
};

/** Lets the front's thread ask `handler`. The front, which faces the network, is the one that sets time limits. */
export const openInner = async (handler: RequestListener, folder: string, port: number): Promise<Inner> => {
  const { address, remove } = place(folder, port);
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
