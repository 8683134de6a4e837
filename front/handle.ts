import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import type { Answer } from './admission';
import type { AskNext } from './ask-next';
import type { Assets } from './assets';
import { handOn, type OwnHeaders } from './hand-on';
import type { OwnFiles } from './lighten';
import type { Page } from './page-memory';
import type { Pages } from './pages';
import { FRAMEWORK_HEADERS, namesSession } from './plain-get';
import { isOfContent, notFoundPath, treatmentOf } from './reading-paths';
import { encodingFor } from './representations';
import type { SecurityHeaders } from './security-headers';
import {
  type Exchange,
  isHtml,
  sendAsset,
  sendMoved,
  sendOnce,
  sendPage,
  sendPreflight,
  sendPreparing,
  sendUnavailable,
} from './send';

export type HandleSettings = {
  ask: AskNext;
  assets: Assets;
  pages: Pages;
  security: SecurityHeaders;
  ownFiles: OwnFiles;
  /** Whether what is published may lack what stands in the content folder. */
  isBehind: () => boolean;
  onError: (error: unknown, exchange: Pick<Exchange, 'id' | 'path'>) => void;
};

/** Headers that only the front may give to Next. */
const INNER_HEADERS = [
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'content-security-policy',
  'x-guichet-path',
];
const INNER_REPORT_HEADER = 'content-security-policy-report-only';

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:::1|(?:::ffff:)?127\.)/.test(address);

/**
 * A request as Next may see it. Who asks is the peer; only a proxy on this machine is believed when it names another,
 * and of its list only the last, which it added itself.
 */
const clean = (request: IncomingMessage): IncomingHttpHeaders => {
  const { headers } = request;
  for (const name of INNER_HEADERS) delete headers[name];
  delete headers[INNER_REPORT_HEADER];
  const peer = request.socket.remoteAddress;
  const forwarded = isLoopback(peer) ? String(headers['x-forwarded-for'] ?? '') : '';
  headers['x-forwarded-for'] = forwarded.split(',').at(-1)?.trim() || peer || '';
  return headers;
};

const isReading = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

const hasSession = (request: IncomingMessage): boolean => namesSession(request.headers.cookie ?? '');

const isFrameworkRequest = ({ headers }: IncomingMessage): boolean =>
  FRAMEWORK_HEADERS.some((name) => headers[name] !== undefined);

const splitPath = (url: string): string => {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
};

/**
 * A posted form whose page, drawn again, leads elsewhere (the session has ended, the set-up is done): Next says 307, which
 * makes browsers post the form again to a page that knows nothing of it. What is meant is "go and see".
 */
const afterPost = (status: number, method: string | undefined): number =>
  status === 307 && !isReading(method) ? 303 : status;

/** The request listener of the front: a stored page, a file, a page lightened on the way, or Next itself. */
export const createHandler = (settings: HandleSettings): RequestListener => {
  const { ask, assets, pages, security } = settings;

  /** Hands a request on, and the answer back as it comes. `lost` answers in the place of Next's page for a failure. */
  const throughNext = async (exchange: Exchange, own: OwnHeaders, withLost: boolean): Promise<void> => {
    const answer = await ask.stream(exchange, exchange.request.headers);
    const status = afterPost(answer.statusCode ?? 502, exchange.request.method);
    if (mayComeYet(exchange, status)) {
      answer.resume();
      return preparing(exchange);
    }
    // Next's own pages for 404 and 5xx are empty until scripts have run: ours go out in their place.
    if (withLost && (status === 404 || status >= 500) && isHtml(answer)) {
      answer.resume();
      return status === 404 ? notFound(exchange, undefined) : sendUnavailable(exchange, security);
    }
    handOn(exchange, answer, status, own);
  };

  const passToNext = (exchange: Exchange, policy: string): Promise<void> => {
    const { request, id } = exchange;
    clean(request)['x-request-id'] = id;
    const otherwise = [...security.common, 'content-security-policy', policy, 'x-request-id', id];
    // Whoever mistypes an address without a language gets help as well.
    return throughNext(exchange, { always: [], otherwise }, isReading(request.method) && !isFrameworkRequest(request));
  };

  const work = (exchange: Exchange): Promise<void> => {
    const policy = security.workingPolicy(randomBytes(16).toString('base64'));
    const { request, id } = exchange;
    const headers = clean(request);
    // Next takes the nonce for its own scripts from the policy it finds on the request.
    headers['content-security-policy'] = policy;
    headers['x-request-id'] = id;
    // Layouts are not told which page they stand around.
    headers['x-guichet-path'] = exchange.path;
    const own = { always: ['content-security-policy', policy], otherwise: [...security.common, 'x-request-id', id] };
    return throughNext(exchange, own, !isFrameworkRequest(request));
  };

  /**
   * Where editors said that an address which is no page any more leads to, with what was asked of it; or that its page is being
   * published.
   */
  const whereIs = async ({ path, request }: Exchange): Promise<Whereabouts> => {
    const asked = await ask.anonymously(`/api/moved?${new URLSearchParams({ path })}`, false).catch(() => null);
    const { to, coming } = asked?.answer.status === 200 ? whereaboutsIn(asked.answer.body.toString()) : LOST;
    const query = (request.url ?? '').slice(path.length);
    return { to: to && query.startsWith('?') && !/[?#]/.test(to) ? `${to}${query}` : to, coming };
  };

  /** Sends at once what is ready. Nothing is awaited then: this is the path that carries the load. */
  const sendStored = (exchange: Exchange, page: Page): void | Promise<void> => {
    const encoding = encodingFor(exchange.request.headers['accept-encoding']);
    if (pages.isReady(page, encoding)) return sendPage(exchange, page, encoding, security);
    return pages.makeReady(page, encoding).then(() => sendPage(exchange, page, encoding, security));
  };

  /** Next leaves the body of a 404 to its scripts; the page that says so is one of the stored pages. */
  const notFound = async (exchange: Exchange, answer: Answer | undefined): Promise<void> => {
    const { to, coming } = isReading(exchange.request.method) ? await whereIs(exchange) : LOST;
    if (to !== null) return sendMoved(exchange, to, security);
    if (coming) return sendPreparing(exchange, security);
    const outcome = await pages.obtain(notFoundPath(exchange.path, hasSession(exchange.request)));
    if (!('page' in outcome)) {
      return answer ? sendOnce(exchange, answer, settings) : sendUnavailable(exchange, security);
    }
    return sendStored(exchange, outcome.page);
  };

  /** What is published does not know it, and is not all there is. */
  const preparing = async (exchange: Exchange): Promise<void> => {
    const { to } = await whereIs(exchange);
    return to === null ? sendPreparing(exchange, security) : sendMoved(exchange, to, security);
  };

  const answerOnce = async (exchange: Exchange, answer: Answer): Promise<void> => {
    if (mayComeYet(exchange, answer.status)) return preparing(exchange);
    if (answer.status >= 500) return sendUnavailable(exchange, security);
    if (answer.status === 404 && isHtml(answer)) return notFound(exchange, answer);
    return sendOnce(exchange, answer, settings);
  };

  /** A reading page made for this very request. */
  const light = async (exchange: Exchange): Promise<void> => {
    const headers = clean(exchange.request);
    headers['x-request-id'] = exchange.id;
    const answer = await ask.as(exchange, headers);
    return answerOnce(exchange, { ...answer, status: afterPost(answer.status, exchange.request.method) });
  };

  /** A page that may hold more for those who have signed in: made for this reader, or the stored one where that fails. */
  const reserved = async (exchange: Exchange): Promise<void> => {
    const outcome = await pages.obtain(exchange.path);
    if ('page' in outcome && !outcome.page.reserved) return sendStored(exchange, outcome.page);
    const headers = { ...clean(exchange.request), 'x-request-id': exchange.id };
    const asked = ask.as(exchange, headers).catch(() => 'late' as const);
    const answer = await Promise.race([asked, late(PATIENCE)]);
    return answer === 'late' || answer.status >= 500 ? stored(exchange) : answerOnce(exchange, answer);
  };

  const stored = async (exchange: Exchange): Promise<void> => {
    const outcome = await pages.obtain(exchange.path);
    if ('page' in outcome) return sendStored(exchange, outcome.page);
    if ('failed' in outcome) return sendUnavailable(exchange, security);
    const { request } = exchange;
    // Nothing in the request could have changed the anonymous answer of an address without a query.
    const isPlain = !request.url?.includes('?') && request.method === 'GET';
    const anonymousWillDo = isPlain && (request.headers.cookie === undefined || !mayDiffer(request, outcome.answer));
    return anonymousWillDo ? answerOnce(exchange, outcome.answer) : light(exchange);
  };

  const route = (exchange: Exchange): void | Promise<void> => {
    const { request, path } = exchange;
    if (isReading(request.method) && assets.has(path)) return sendFile(exchange);
    const treatment = treatmentOf(path);
    if (treatment.kind === 'work') return work(exchange);
    if (isFrameworkRequest(request)) return passToNext(exchange, security.inertPolicy);
    if (treatment.kind === 'pass')
      return passToNext(exchange, security.readingPolicy({ hashes: [], attributes: true }));
    const isOpen = treatment.kind === 'stored' && treatment.format === 'raw';
    if (isOpen && request.method === 'OPTIONS') return sendPreflight(exchange, security);
    if (treatment.kind === 'light' || !isReading(request.method)) return light(exchange);
    return treatment.reserved && hasSession(request) ? reserved(exchange) : stored(exchange);
  };

  const sendFile = async (exchange: Exchange): Promise<void> => {
    const asset = await assets.load(exchange.path);
    return asset ? sendAsset(exchange, asset, security) : passToNext(exchange, security.inertPolicy);
  };

  const fail = (exchange: Exchange, error: unknown): void => {
    // The visitor has gone, and the question to Next was dropped for that: nothing has failed.
    if (exchange.response.destroyed) return;
    settings.onError(error, exchange);
    if (exchange.response.headersSent) exchange.response.destroy();
    else sendUnavailable(exchange, security);
  };

  return (request, response) => {
    const path = splitPath(request.url ?? '/');
    const exchange: Exchange = { request, response, path, id: requestId(), behind: settings.isBehind() };
    try {
      const page = request.method === 'GET' && !isFrameworkRequest(request) ? pages.current(exchange.path) : undefined;
      const isForAll = page && !(page.reserved && hasSession(request));
      const sending = isForAll ? sendStored(exchange, page) : route(exchange);
      sending?.catch((error: unknown) => fail(exchange, error));
    } catch (error) {
      fail(exchange, error);
    }
  };
};

/** Whether what was not found may be there in a moment. */
const mayComeYet = ({ behind, request, path }: Exchange, status: number): boolean =>
  behind && status === 404 && isReading(request.method) && isOfContent(path);

/** How long (ms) a reader with a session waits for their own list before the one for everybody is served. */
const PATIENCE = 3_000;

const late = (ms: number): Promise<'late'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('late'), ms).unref();
  });

type Whereabouts = { to: string | null; coming: boolean };

const LOST: Whereabouts = { to: null, coming: false };

/** What the answer of `/api/moved` says. */
const whereaboutsIn = (json: string): Whereabouts => {
  try {
    const { to, coming } = JSON.parse(json) as { to?: unknown; coming?: unknown };
    return { to: typeof to === 'string' ? to : null, coming: coming === true };
  } catch {
    return LOST;
  }
};

const BOOT = randomBytes(5).toString('hex');
let requests = 0;

/** Names a request in answers and logs: unique among processes, and cheaper than a UUID. */
const requestId = (): string => {
  requests += 1;
  return `${BOOT}-${requests.toString(36)}`;
};

/**
 * Whether a visitor with cookies may get another answer than a stranger: a restricted article is not found for a
 * stranger, and pages that read cookies are not marked as the same for all. A redirect is one for everybody.
 */
const mayDiffer = (request: IncomingMessage, answer: Answer): boolean => {
  if (answer.status === 404 || answer.status === 410) return hasSession(request);
  return answer.status < 300 || answer.status >= 400;
};
