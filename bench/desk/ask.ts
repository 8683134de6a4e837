import { Agent, type IncomingMessage, request } from 'node:http';
import { encode } from 'next-auth/jwt';
import type { BenchApp } from '../app';
import { atMost, type Row } from '../report';

export const SECRET = 'a secret for benchmarks only, 32 letters';
const COOKIE = 'authjs.session-token';

/** The cookie of a session of each of these people. */
export const sessionsOf = (ids: readonly string[]): Promise<string[]> =>
  Promise.all(
    ids.map(async (sub) => {
      const token = await encode({ token: { sub, signedInAt: Date.now() }, secret: SECRET, salt: COOKIE });
      return `${COOKIE}=${token}`;
    }),
  );

/** One question to the app at its door, whoever asks; throws what is not answered well. */
export type Ask = (at: number) => Promise<unknown>;

const addressOf = (at: number): string => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;

type Sent = { path: string; headers: Record<string, string>; body?: string };

const agent = new Agent({ keepAlive: true });

const textOf = async (message: IncomingMessage): Promise<string> => {
  message.setEncoding('utf8');
  let text = '';
  for await (const part of message) text += part;
  return text;
};

/**
 * Sends and reads plainly: whoever asks stands on the same processors as the app, and `fetch`, which has everything packed
 * and unpacks it again, took more of them than some verbs do.
 */
const answered = async (app: BenchApp, { path, headers, body }: Sent): Promise<string> => {
  const message = await new Promise<IncomingMessage>((done, fail) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const method = body === undefined ? 'GET' : 'POST';
    request(`${app.origin}${path}`, { agent, method, headers: { ...headers, ...length } }, done)
      .on('error', fail)
      .end(body);
  });
  const text = await textOf(message);
  const status = message.statusCode ?? 0;
  if (status < 200 || status > 299 || /"error":\{/.test(text.slice(0, 2_000))) {
    throw new Error(`${path.slice(0, 100)} answered ${status}: ${text.slice(0, 500)}`);
  }
  return text;
};

type Query = { verb: string; input: unknown };

/** Asks several verbs in one call, as the pages of the desk do. */
export const askVerbs = async (
  app: BenchApp,
  cookie: string,
  at: number,
  queries: readonly Query[],
): Promise<string> => {
  const input = Object.fromEntries(queries.map((query, index) => [index, { json: query.input }]));
  const verbs = queries.map(({ verb }) => verb).join(',');
  const path = `/api/trpc/${verbs}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
  return answered(app, { path, headers: { cookie, 'x-forwarded-for': addressOf(at) } });
};

/** Does something by a verb. */
export const doVerb = (app: BenchApp, cookie: string, at: number, verb: string, input: unknown): Promise<string> =>
  answered(app, {
    path: `/api/trpc/${verb}`,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': addressOf(at), ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ json: input }),
  });

/** Opens a page as a browser does, without what it then asks for. */
export const openPage = (app: BenchApp, cookie: string, path: string): Promise<string> =>
  answered(app, { path, headers: { cookie, accept: 'text/html' } });

export type Measured = { perSecond: number; median: number; p95: number };

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

/**
 * Asks `count` times, so many at once, after as many that do not count (`warmUp` otherwise): a desk is open all day, and
 * what is measured is neither the first words that V8 reads of a verb nor the first sight that Postgres has of a table.
 * Waits in ms.
 */
export const measure = async (ask: Ask, count: number, concurrency: number, warmUp = count): Promise<Measured> => {
  const waits: number[] = [];
  let next = 0;
  let began = performance.now();
  const client = async (): Promise<void> => {
    while (next < count + warmUp) {
      const at = next;
      next += 1;
      if (at === warmUp) began = performance.now();
      const since = performance.now();
      await ask(at);
      if (at >= warmUp) waits.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  const took = (performance.now() - began) / 1000;
  const sorted = waits.sort((a, b) => a - b);
  return { perSecond: count / took, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
};

/** The rows of a question whose 95th percentile has a limit in ms. */
export const waitRows = (what: string, { median, p95 }: Measured, limit: number): Row[] => [
  { metric: `${what}, median`, value: median, unit: 'ms' },
  atMost(`${what}, 95 of 100`, p95, 'ms', limit),
];
