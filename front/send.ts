import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './admission';
import type { Asset } from './assets';
import { CALM_STYLES, preparingPage, unavailablePage } from './calm-pages';
import { lighten, type OwnFiles } from './lighten';
import { fillIncludes, hintsOf, includesOf } from './make-page';
import type { Page } from './page-memory';
import type { Pages } from './pages';
import { localeOf } from './reading-paths';
import { brotliOf, type Encoding, encodingFor, etagOf, gzipOf, matchesEtag, plainOf } from './representations';
import type { SecurityHeaders } from './security-headers';

/** One request on its way to an answer. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  id: string;
  /** Whether content was still behind its folder when this was asked: whatever answers, what it does not know may be there. */
  behind: boolean;
};

const REVALIDATE = 'public, max-age=0, must-revalidate';
const FOREVER = 'public, max-age=31536000, immutable';

const isNotModified = ({ request }: Exchange, hash: string, encoding: Encoding): boolean => {
  const known = request.headers['if-none-match'];
  return known !== undefined && matchesEtag(known, etagOf(hash, encoding));
};

/** Nothing is logged of what is the same for all, so it carries no number of its own: heads go out as they were made. */
const writeShared = (
  { request, response }: Exchange,
  status: number,
  head: string[],
  body: Buffer | undefined,
): void => {
  response.writeHead(status, head);
  if (body === undefined || request.method === 'HEAD') response.end();
  else response.end(body);
};

const write = (exchange: Exchange, status: number, head: readonly string[], body: Buffer | undefined): void =>
  writeShared(exchange, status, [...head, 'x-request-id', exchange.id], body);

const encodingHeaders = (encoding: Encoding): string[] =>
  encoding === 'identity' ? [] : ['content-encoding', encoding];

/** What a stored page says of itself, whoever asks. */
export const headOf = (
  page: Page,
  encoding: Encoding,
  length: number | undefined,
  security: SecurityHeaders,
): string[] => {
  page.policy ??= page.format === 'raw' ? security.inertPolicy : security.readingPolicy(page.styles);
  const { policy } = page;
  const etag = ['cache-control', REVALIDATE, 'etag', etagOf(page.served.hash, encoding)];
  return [
    ...security.common,
    ...['content-security-policy', policy, 'content-type', page.contentType, 'vary', 'accept-encoding'],
    ...(page.status === 200 ? etag : ['cache-control', 'no-store']),
    ...[...encodingHeaders(encoding), ...page.headers],
    ...(length === undefined ? [] : ['content-length', String(length)]),
  ];
};

/** Sends a stored page to who asks in other words than the short way understands. Nothing waits where the body is there. */
export const sendPage = (
  exchange: Exchange,
  page: Page,
  encoding: Encoding,
  security: SecurityHeaders,
): void | Promise<void> => {
  const { served } = page;
  if (page.status === 200 && isNotModified(exchange, served.hash, encoding)) {
    return writeShared(exchange, 304, headOf(page, encoding, undefined, security), undefined);
  }
  const body = encoding === 'identity' ? undefined : served[encoding];
  if (!body || encoding === 'identity') {
    return plainOf(served).then((plain) =>
      writeShared(exchange, page.status, headOf(page, 'identity', plain.length, security), plain),
    );
  }
  if (encoding === 'br') served.brIsTaken = true;
  return writeShared(exchange, page.status, headOf(page, encoding, body.length, security), body);
};

export const sendAsset = (exchange: Exchange, asset: Asset, security: SecurityHeaders): void => {
  const wanted = encodingFor(exchange.request.headers['accept-encoding']);
  const encoding = asset.compressed ? wanted : 'identity';
  const body = encoding === 'identity' || !asset.compressed ? asset.plain : asset.compressed[encoding];
  const etag = etagOf(asset.hash, encoding);
  const versioned = asset.immutable || exchange.request.url?.endsWith(`?v=${asset.hash}`) === true;
  const head = [
    ...security.common,
    ...['content-security-policy', security.inertPolicy, 'content-type', asset.contentType],
    ...['cache-control', versioned ? FOREVER : REVALIDATE, 'etag', etag, ...encodingHeaders(encoding)],
    ...(asset.compressed ? ['vary', 'accept-encoding'] : []),
  ];
  if (isNotModified(exchange, asset.hash, encoding)) write(exchange, 304, head, undefined);
  else write(exchange, 200, [...head, 'content-length', String(body.length)], body);
};

/** Headers that speak of Next's own connection, caching or prefetching, not of what the reader gets. */
const DROPPED =
  /^(?:content-length|content-encoding|transfer-encoding|connection|keep-alive|date|etag|vary|link|x-nextjs-.*|x-next-.*|x-powered-by|x-content-type-options|referrer-policy|permissions-policy|cross-origin-opener-policy|strict-transport-security|content-security-policy|x-request-id)$/;

const passedHeaders = (answer: Answer): string[] =>
  Object.entries(answer.headers).flatMap(([name, value]) => {
    if (value === undefined || DROPPED.test(name.toLowerCase())) return [];
    return Array.isArray(value) ? value.flatMap((item: string) => [name, item]) : [name, String(value)];
  });

export const isHtml = (answer: Pick<Answer, 'headers'>): boolean =>
  /^text\/html\b/.test(String(answer.headers['content-type'] ?? ''));

const encodeOnce = async (body: Buffer, acceptEncoding: string | undefined) => {
  const encoding = body.length < 600 ? 'identity' : encodingFor(acceptEncoding);
  if (encoding === 'br') return { encoding, body: await brotliOf(body, 'once') };
  if (encoding === 'gzip') return { encoding, body: await gzipOf(body, 'once') };
  return { encoding, body };
};

export type LightSettings = { security: SecurityHeaders; pages: Pages; ownFiles: OwnFiles };

/** Sends an answer made for this request alone: a page lightened on the way, anything else as Next gave it. */
export const sendOnce = async (exchange: Exchange, answer: Answer, settings: LightSettings): Promise<void> => {
  const { security, pages, ownFiles } = settings;
  const hints = hintsOf(answer.headers.link, ownFiles);
  const passed = passedHeaders(answer);
  // Next would let proxies keep for a year that a file is not there: it may come, or be there for who signs in.
  const isThere = answer.status < 400;
  const kept = [...(isThere ? passed : passed.filter(notPublic)), ...(hints === '' ? [] : ['link', hints])];
  const isSaid = isThere && answer.headers['cache-control'] !== undefined;
  const caching = isSaid ? [] : ['cache-control', 'private, no-store'];
  if (!isHtml(answer) || answer.body.length === 0) {
    const length = exchange.request.method === 'HEAD' ? [] : ['content-length', String(answer.body.length)];
    const policy = ['content-security-policy', security.inertPolicy];
    return write(exchange, answer.status, [...security.common, ...policy, ...kept, ...caching, ...length], answer.body);
  }
  const { html, styles } = lighten(answer.body.toString(), ownFiles);
  const texts = await pages.fragments(includesOf(html), localeOf(exchange.path));
  const filled = Buffer.from(fillIncludes(html, texts));
  const { encoding, body } = await encodeOnce(filled, exchange.request.headers['accept-encoding']);
  const head = [
    ...security.common,
    ...['content-security-policy', security.readingPolicy(styles), ...kept.filter(notPublic)],
    ...['vary', 'accept-encoding', ...encodingHeaders(encoding), 'content-length', String(body.length)],
  ];
  return write(exchange, answer.status, [...head, 'cache-control', 'private, no-store'], body);
};

/** Cache-Control of a page made for one request is ours to say. */
const notPublic = (_: string, index: number, list: readonly string[]): boolean =>
  list[index - (index % 2)]?.toLowerCase() !== 'cache-control';

/** Scripts of any site may read feeds and JSON, as clients of status pages expect. */
export const sendPreflight = (exchange: Exchange, security: SecurityHeaders): void => {
  const cors = ['access-control-allow-origin', '*', 'access-control-allow-methods', 'GET, HEAD, OPTIONS'];
  write(exchange, 204, [...security.common, ...cors, 'access-control-max-age', '86400'], undefined);
};

/** Leads from an old address to where its page is now. Not for ever in caches: editors may think again. */
export const sendMoved = (exchange: Exchange, to: string, security: SecurityHeaders): void => {
  const caching = ['cache-control', 'public, max-age=300'];
  write(exchange, 308, [...security.common, 'location', encodeURI(decoded(to)), ...caching], undefined);
};

/** Written by people, who may have escaped some letters and not others. */
const decoded = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

const sendCalm = (exchange: Exchange, body: Buffer, security: SecurityHeaders, again: readonly string[]): void =>
  write(
    exchange,
    503,
    [
      ...security.common,
      ...['content-security-policy', security.readingPolicy(CALM_STYLES), ...again],
      ...['content-type', 'text/html; charset=utf-8', 'cache-control', 'no-store'],
      ...['content-length', String(body.length)],
    ],
    body,
  );

/** The calm page, for when there is no answer and no copy. */
export const sendUnavailable = (exchange: Exchange, security: SecurityHeaders): void =>
  sendCalm(exchange, unavailablePage(exchange.path), security, ['retry-after', '30']);

/** A publication at the start takes from a second to a minute; in seconds. */
const LOOK_AGAIN_AFTER = '10';

/**
 * For an address that nothing is known of while content is being published for the first time since the start. Not “not found”: search
 * engines would drop what is only late. Browsers ask again by themselves, without a script.
 */
export const sendPreparing = (exchange: Exchange, security: SecurityHeaders): void =>
  sendCalm(exchange, preparingPage(exchange.path), security, [
    ...['retry-after', LOOK_AGAIN_AFTER, 'refresh', LOOK_AGAIN_AFTER],
  ]);
