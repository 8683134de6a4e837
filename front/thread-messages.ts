export type ThreadSettings = {
  port: number;
  host: string;
  /** Where Next listens. */
  address: string;
  /** Of the site, as its visitors see it. */
  origin: string;
  /** The folder of the build. */
  root: string;
  /** The folder of the kept pages. */
  kept: string;
  /** Bytes of pages in memory, at most; others are read from disk when asked for. */
  memory: number;
};

/** What the main thread asks of the front. Each order is answered by `done` with its id. */
export type ThreadOrder = { id: number } & (
  | { kind: 'touch'; names: readonly string[] }
  | { kind: 'content-is-current' }
  | { kind: 'close' }
);

export type ThreadAnswer =
  | { kind: 'listening' }
  /** The port could not be had; `code` is the system's. */
  | { kind: 'refused'; code: string | undefined; message: string }
  | { kind: 'done'; id: number };
