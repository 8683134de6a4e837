import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * One body as readers take it. Each encoding is made when the first of them asks for it, since both would double the memory
 * of pages; one of them is always there.
 */
export type Bodies = { br?: Buffer | undefined; gzip?: Buffer | undefined };

/** Thorough for what is served many times, quick for what is served once. */
export type Effort = 'kept' | 'once';

const BROTLI_QUALITY: Record<Effort, number> = { kept: 9, once: 4 };
const GZIP_LEVEL: Record<Effort, number> = { kept: 9, once: 5 };

/** What zlib gives is a piece of a larger buffer, which it would hold in memory for as long as itself. */
const exact = (buffer: Buffer): Buffer => {
  const copy = Buffer.allocUnsafeSlow(buffer.length);
  buffer.copy(copy);
  return copy;
};

/** The largest window, as an exponent (RFC 7932 §9.1), for which Brotli takes one megabyte to work in; from the next one on it takes 32. */
const THRIFTY_WINDOW = 16;
/** Up to this length (bytes) looking back no further than that costs a page two bytes, and saves most of the time it takes. */
const THRIFTY_UP_TO = 131_072;

const windowFor = (bytes: number): number =>
  bytes <= THRIFTY_UP_TO ? THRIFTY_WINDOW : Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.ceil(Math.log2(bytes + 16)));

export const brotliOf = async (body: Buffer, effort: Effort): Promise<Buffer> => {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[effort],
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
  };
  return exact(await brotliAsync(body, { params }));
};

export const gzipOf = async (body: Buffer, effort: Effort): Promise<Buffer> =>
  exact(await gzipAsync(body, { level: GZIP_LEVEL[effort] }));

export const hashOf = (body: Buffer | string): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22);

/** The body in one encoding, to be kept. Who takes none gets it unpacked. */
export const bodyIn = async (body: Buffer, encoding: Encoding): Promise<Bodies> =>
  encoding === 'gzip' ? { gzip: await gzipOf(body, 'kept') } : { br: await brotliOf(body, 'kept') };

export const plainOf = ({ br, gzip: packed }: Bodies): Promise<Buffer> => {
  if (br) return promisify(brotliDecompress)(br);
  if (packed) return promisify(gunzip)(packed);
  throw new TypeError('A body is held in no encoding');
};

const qualityOf = (header: string, coding: string): number | undefined => {
  for (const item of header.split(',')) {
    const [name, ...parameters] = item.trim().toLowerCase().split(';');
    if (name?.trim() !== coding) continue;
    const q = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((value) => value !== undefined);
    return q === undefined ? 1 : Number(q);
  }
  return undefined;
};

const negotiate = (header: string): Encoding => {
  const any = qualityOf(header, '*') ?? 0;
  const br = qualityOf(header, 'br') ?? any;
  const gz = qualityOf(header, 'gzip') ?? any;
  if (br > 0 && br >= gz) return 'br';
  return gz > 0 ? 'gzip' : 'identity';
};

// Browsers send a handful of values; remembering them keeps parsing out of the hot path. Bounded against made-up ones.
const remembered = new Map<string, Encoding>();

/** The encoding to answer in: Brotli where the client takes it as gladly as gzip. RFC 9110 §12.5.3. */
export const encodingFor = (acceptEncoding: string | undefined): Encoding => {
  if (acceptEncoding === undefined) return 'identity';
  const known = remembered.get(acceptEncoding);
  if (known) return known;
  const encoding = negotiate(acceptEncoding);
  if (remembered.size < 200 && acceptEncoding.length < 200) remembered.set(acceptEncoding, encoding);
  return encoding;
};

/** Strong: each encoding is a sequence of bytes of its own, so each has a tag of its own. */
export const etagOf = (hash: string, encoding: Encoding): string => `"${hash}-${encoding}"`;

/** RFC 9110 §13.1.2: weak comparison, a list, or `*`. */
export const matchesEtag = (ifNoneMatch: string | undefined, etag: string): boolean => {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag) return true;
  return ifNoneMatch.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '') === etag);
};
