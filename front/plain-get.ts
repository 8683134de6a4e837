import type { HeldEncoding } from './ready-answers';
import { encodingFor } from './representations';

/** A question for a page in the plainest words, with all of it that the answer depends on. */
export type PlainGet = { path: string; encoding: HeldEncoding; hasSession: boolean };

/** Browsers say what they say in much less, but for long cookies. */
const LONGEST = 8_192;

/**
 * One whole head and nothing behind it, in the strictest reading of RFC 9112: one space, CRLF, no folded lines, no letters
 * beyond ASCII. What is written in any other way is Node's to understand or to refuse.
 */
const HEAD = /^GET \/[!-~]* HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~]*\r\n)+\r\n$/;

/** React's own requests (navigation data, actions from a hydrated page) want Next's own answer. */
export const FRAMEWORK_HEADERS = ['rsc', 'next-action', 'next-router-prefetch'] as const;

/** Whether cookies hold a session of next-auth, plain, `__Secure-` or in parts. */
export const namesSession = (cookies: string): boolean => /authjs\.session-token/.test(cookies);

type Meaning = 'host' | 'encoding' | 'cookie' | 'connection' | 'other';

/**
 * The headers that change what is answered or how the connection goes on. `other`: nothing for here. All that are not named
 * change nothing of a stored page, which is what storing it means.
 */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['host', 'host'],
  ['accept-encoding', 'encoding'],
  ['cookie', 'cookie'],
  ['connection', 'connection'],
  ...[
    ...['content-length', 'transfer-encoding', 'te', 'trailer', 'expect', 'upgrade', 'http2-settings'],
    ...['proxy-connection', 'keep-alive', 'if-none-match', 'if-match', 'if-modified-since', 'if-unmodified-since'],
    ...['range', 'if-range', ...FRAMEWORK_HEADERS],
  ].map((name): [string, Meaning] => [name, 'other']),
]);

/** Reads what came in one piece from a connection; undefined where it is not one plain GET, whole and alone. */
export const readPlainGet = (chunk: Buffer): PlainGet | undefined => {
  if (chunk.length > LONGEST) return undefined;
  const head = chunk.toString('latin1');
  if (!HEAD.test(head)) return undefined;
  const end = head.indexOf(' ', 4);
  const query = head.indexOf('?', 4);
  let hosts = 0;
  let accepted: string | undefined;
  let hasSession = false;
  for (let at = head.indexOf('\n') + 1; at < head.length - 2; ) {
    const colon = head.indexOf(':', at);
    const stop = head.indexOf('\r', colon);
    const meaning = MEANINGS.get(head.slice(at, colon).toLowerCase());
    at = stop + 2;
    if (meaning === undefined) continue;
    const value = head.slice(colon + 1, stop).trim();
    if (meaning === 'other') return undefined;
    if (meaning === 'host') hosts += 1;
    else if (meaning === 'cookie') hasSession ||= namesSession(value);
    else if (meaning === 'connection') {
      if (value.toLowerCase() !== 'keep-alive') return undefined;
    } else if (accepted !== undefined) return undefined;
    else accepted = value;
  }
  const encoding = encodingFor(accepted);
  if (hosts !== 1 || encoding === 'identity') return undefined;
  return { path: head.slice(4, query === -1 || query > end ? end : query), encoding, hasSession };
};
