import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskNext } from './ask-next';
import { createHandler } from './handle';
import { openPageFiles } from './page-files';
import { createPageMemory } from './page-memory';
import { createPages } from './pages';
import { createReadyAnswers, type ReadyAnswers } from './ready-answers';
import { createSecurityHeaders } from './security-headers';
import { openShortWay, type ShortWay } from './short-way';

const SESSION = 'cookie: authjs.session-token=x';

type Door = { server: Server; port: number; shortWay: ShortWay | undefined; requests: string[]; handedOver: Socket[] };

const doors: Door[] = [];
const sockets: Socket[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-short-'));
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const { server, shortWay } of doors.splice(0)) {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    shortWay?.cut();
    await closed;
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A server, with a short way before it where `answers` are given. */
const openDoor = async (server: Server, answers?: Pick<ReadyAnswers, 'find' | 'leave'>): Promise<Door> => {
  const requests: string[] = [];
  const handedOver: Socket[] = [];
  server.on('request', ({ url = '' }) => requests.push(url));
  server.on('connection', (socket) => handedOver.push(socket));
  const shortWay = answers && openShortWay(server, answers);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door = { server, port: (server.address() as AddressInfo).port, shortWay, requests, handedOver };
  doors.push(door);
  return door;
};

type Visitor = { socket: Socket; said(): Buffer; until(isEnough: (all: Buffer) => boolean): Promise<Buffer> };

const visit = async ({ port }: Door): Promise<Visitor> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => undefined);
  let all = Buffer.alloc(0);
  await once(socket, 'connect');
  socket.on('data', (chunk) => {
    all = Buffer.concat([all, chunk]);
  });
  const until: Visitor['until'] = (isEnough) =>
    new Promise((done) => {
      const look = (): void => {
        if (!isEnough(all) && !socket.readableEnded && !socket.destroyed) return;
        socket.off('data', look).off('end', look).off('close', look);
        done(all);
      };
      socket.on('data', look).on('end', look).on('close', look);
      look();
    });
  return { socket, said: () => all, until };
};

/** The answers in what was received, each with its head in lines and its body, if it is whole. */
const answersIn = (all: Buffer): { head: string[]; body: Buffer }[] => {
  const found: { head: string[]; body: Buffer }[] = [];
  for (let rest = all; ; ) {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) return found;
    const head = rest.subarray(0, end).toString('latin1').split('\r\n');
    const length = Number(/^content-length: (\d+)$/im.exec(head.join('\n'))?.[1] ?? 0);
    if (rest.length < end + 4 + length) return found;
    found.push({ head, body: rest.subarray(end + 4, end + 4 + length) });
    rest = rest.subarray(end + 4 + length);
  }
};

const whole =
  (count: number) =>
  (all: Buffer): boolean =>
    answersIn(all).length >= count;

const DATE = /^date: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/i;

const ID = /^x-request-id: .+$/;

/** Status, headers in the order of the alphabet, and body; of dates and numbers of requests only that they are there. */
const comparable = (all: Buffer) =>
  answersIn(all).map(({ head: [status, ...lines], body }) => ({
    status,
    headers: lines.map((line) => line.replace(DATE, 'a date').replace(ID, 'an id')).sort(),
    body: body.toString('latin1'),
  }));

const get = (path: string, ...lines: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'host: help.example', ...lines, '', ''].join('\r\n');

const PAGES: Record<string, { type: string; body: string; headers?: Record<string, string> }> = {
  '/fr/faq': { type: 'text/html; charset=utf-8', body: '<!DOCTYPE html><html><body style="x">foire é</body></html>' },
  '/en/help/members/importing': {
    type: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html><head></head><body>${'<p>article</p>'.repeat(2_000)}</body></html>`,
    headers: { link: '</a.woff2>; rel=preload; as="font"; crossorigin=""' },
  },
  '/fr/help/members': { type: 'text/html', body: '<html><body><main data-more="">list</main></body></html>' },
  '/api/v2/status.json': {
    type: 'application/json',
    body: '{"ok":true}',
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'public' },
  },
  '/fr/not-found': { type: 'text/html', body: '<html><body>lost</body></html>' },
};

const ask: AskNext = {
  async anonymously(path) {
    const page = PAGES[path];
    const headers = { 'content-type': page?.type ?? 'text/html', 'x-nextjs-prerender': '1', ...page?.headers };
    return {
      headers: { host: 'a' },
      answer: { status: page ? 200 : 404, headers, body: Buffer.from(page?.body ?? '') },
    };
  },
  async as() {
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from('for this reader') };
  },
  stream: () => Promise.reject(new Error('not asked here')),
};

/** The front twice over the same pages: with the short way, and without. */
const front = async () => {
  const memory = createPageMemory(10_000_000);
  const settings = { buildId: 'b', bootId: 'b', ownScripts: new Map(), now: Date.now, onError: () => undefined };
  const files = await openPageFiles(folder, { onError: () => undefined });
  const pages = createPages({ ask, memory, files, ...settings });
  const security = createSecurityHeaders({ secure: true, dev: false });
  const assets = { has: () => false, load: async () => undefined };
  const handler = createHandler({
    ...{ ask, assets, pages, security, ownScripts: new Map() },
    isBehind: () => false,
    onError: () => undefined,
  });
  const answers = createReadyAnswers({ memory, pages, security, keepAlive: 5_000, now: Date.now });
  return { short: await openDoor(createServer(handler), answers), long: await openDoor(createServer(handler)) };
};

const say = async (door: Door, text: string, count = 1): Promise<Buffer> => {
  const visitor = await visit(door);
  visitor.socket.write(text);
  return visitor.until(whole(count));
};

describe('the answer by the short way', () => {
  const encodings = ['gzip', 'br', 'gzip, deflate, br, zstd'].map((value) => `Accept-Encoding: ${value}`);
  const cookies = [[], ['Cookie: theme=dark'], [SESSION]];
  const questions = Object.keys(PAGES).flatMap((path) =>
    encodings.flatMap((encoding) =>
      cookies.map((lines) => [path, encoding, lines.join(), [encoding, ...lines]] as const),
    ),
  );

  it.each(questions)('is that of the long one: %s, %s, %s', async (path, _encoding, _cookies, lines) => {
    const { short, long } = await front();
    // Whoever comes first goes the long way, and makes it ready.
    await say(long, get(path, ...lines));
    const expected = comparable(await say(long, get(path, ...lines)));
    const before = short.requests.length;
    expect(comparable(await say(short, get(path, ...lines)))).toEqual(expected);
    expect(comparable(await say(short, get(`${path}?utm=1`, ...lines)))).toHaveLength(1);
    const isForAll = path !== '/fr/not-found' && !(path === '/fr/help/members' && lines.includes(SESSION));
    if (isForAll) expect(short.requests.length).toBe(before);
    else expect(short.requests.length).toBeGreaterThan(before);
  });

  it('comes again and again on one connection', async () => {
    const { short, long } = await front();
    await say(long, get('/fr/faq', 'accept-encoding: gzip'));
    const visitor = await visit(short);
    for (let round = 1; round <= 20; round += 1) {
      visitor.socket.write(get('/fr/faq', 'accept-encoding: gzip'));
      await visitor.until(whole(round));
    }
    expect(new Set(comparable(visitor.said()).map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(short.requests).toEqual([]);
  });
});

describe('what is asked otherwise', () => {
  const gzip = 'accept-encoding: gzip';
  const plain = get('/fr/faq', gzip);
  const last = get('/fr/faq', gzip, 'connection: close');
  it.each([
    ['without an encoding', get('/fr/faq')],
    ['by HEAD', plain.replace('GET', 'HEAD')],
    ['by an old client', plain.replace('HTTP/1.1', 'HTTP/1.0')],
    ['of a page that is not there', get('/fr/nowhere', gzip)],
    ['without a host', plain.replace('host: help.example\r\n', '')],
    ['in words that are not HTTP', 'hello\r\n\r\n'],
    ['with a body', `${get('/fr/search', gzip, 'content-length: 5').replace('GET', 'POST')}hello`],
    ['of a page made for one reader', get('/fr/search?q=x', gzip)],
    ['twice at once', plain + plain],
    ['with something else behind it', `${plain}${get('/fr/search?q=x', gzip)}`],
    ['with something wrong behind it', `${plain}hello\r\n\r\n`],
  ])('%s, is answered as without the short way', async (_, text) => {
    const { short, long } = await front();
    await say(long, plain);
    const heard: unknown[] = [];
    for (const door of [long, short]) {
      const visitor = await visit(door);
      // The last question ends the connection, and with it what is to be compared.
      visitor.socket.write(text + last);
      const all = await visitor.until(() => false);
      heard.push(comparable(all));
    }
    expect(heard[1]).toEqual(heard[0]);
    expect(short.handedOver).toHaveLength(1);
  });

  it('in pieces, is put together by Node', async () => {
    const { short, long } = await front();
    const expected = comparable(await say(long, plain));
    for (const cut of [1, 10, plain.length - 2]) {
      const before = short.handedOver.length;
      const visitor = await visit(short);
      visitor.socket.write(plain.slice(0, cut));
      while (short.handedOver.length === before) await new Promise(setImmediate);
      visitor.socket.write(plain.slice(cut));
      expect(comparable(await visitor.until(whole(1)))).toEqual(expected);
    }
  });

  it('goes on with Node, on the connection that came by the short way', async () => {
    const { short, long } = await front();
    await say(long, plain);
    const visitor = await visit(short);
    visitor.socket.write(plain);
    await visitor.until(whole(1));
    expect(short.requests).toEqual([]);
    visitor.socket.write(get('/fr/search?q=x', gzip));
    await visitor.until(whole(2));
    visitor.socket.write(plain);
    const [first, second, third] = comparable(await visitor.until(whole(3)));
    expect(second?.body).toBe('for this reader');
    expect(third).toEqual(first);
    expect(short.requests).toEqual(['/fr/search?q=x', '/fr/faq']);
  });

  it('with the end of what will be asked, is answered before the connection ends', async () => {
    const { short, long } = await front();
    await say(long, plain);
    const visitor = await visit(short);
    visitor.socket.end(plain);
    expect(answersIn(await visitor.until(() => false))).toHaveLength(1);
  });
});

/** Answers of any size, without pages. */
const fixed = (answer: Buffer) => {
  const left: string[] = [];
  const find: ReadyAnswers['find'] = (path) => (path === '/ready' ? answer : undefined);
  return { answers: { find, leave: (path: string) => void left.push(path) }, left };
};

describe('a reader who is slow', () => {
  const LARGE = Buffer.concat([
    Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 64000000\r\n\r\n'),
    Buffer.alloc(64_000_000),
  ]);
  const question = get('/ready', 'accept-encoding: gzip');

  it('gets all of the answer, whose bytes are then left alone', async () => {
    const { answers, left } = fixed(LARGE);
    const door = await openDoor(createServer(), answers);
    const visitor = await visit(door);
    visitor.socket.pause();
    visitor.socket.write(question);
    while (left.length === 0) await new Promise(setImmediate);
    expect(left).toEqual(['/ready']);
    let length = 0;
    visitor.socket.removeAllListeners('data').on('data', (chunk) => {
      length += chunk.length;
    });
    visitor.socket.resume();
    while (length < LARGE.length) await once(visitor.socket, 'data');
    expect(length).toBe(LARGE.length);
  });

  it('and asks for more, is handed to Node, which answers in turn', async () => {
    const { answers, left } = fixed(LARGE);
    const door = await openDoor(
      createServer((_, response) => response.end('by Node')),
      answers,
    );
    const visitor = await visit(door);
    visitor.socket.removeAllListeners('data').pause();
    visitor.socket.write(question);
    while (left.length === 0) await new Promise(setImmediate);
    visitor.socket.write(question);
    while (door.requests.length === 0) await new Promise(setImmediate);
    let length = 0;
    let last = '';
    visitor.socket.on('data', (chunk) => {
      length += chunk.length;
      last = chunk.subarray(-7).toString();
    });
    visitor.socket.resume();
    while (last !== 'by Node') await once(visitor.socket, 'data');
    expect(length).toBeGreaterThan(LARGE.length);
  });
});

describe('connections', () => {
  const question = get('/ready', 'accept-encoding: gzip');
  const answer = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');

  it('that say nothing are closed', async () => {
    const server = createServer({ headersTimeout: 20, requestTimeout: 20 });
    const visitor = await visit(await openDoor(server, fixed(answer).answers));
    await visitor.until(() => false);
    expect(visitor.said()).toHaveLength(0);
  });

  it('that ask nothing more are closed', async () => {
    const server = createServer({ keepAliveTimeout: 1 });
    const visitor = await visit(await openDoor(server, fixed(answer).answers));
    visitor.socket.write(question);
    await visitor.until(() => false);
    expect(answersIn(visitor.said())).toHaveLength(1);
  });

  it('do not hold up the end', async () => {
    const door = await openDoor(createServer(), fixed(answer).answers);
    const [silent, served] = [await visit(door), await visit(door)];
    served.socket.write(question);
    await served.until(whole(1));
    const closed = once(door.server, 'close');
    door.server.close();
    door.shortWay?.close();
    await Promise.all([silent.until(() => false), served.until(() => false)]);
    for (const { socket } of [silent, served]) socket.end();
    await closed;
    doors.pop();
  });

  it('that break off concern nobody', async () => {
    const door = await openDoor(createServer(), fixed(answer).answers);
    for (const text of ['', question, 'GET /re']) {
      const visitor = await visit(door);
      visitor.socket.write(text);
      visitor.socket.resetAndDestroy();
    }
    expect(answersIn(await say(door, question))).toHaveLength(1);
  });

  it('meet an error of the short way with an answer of the long one', async () => {
    const find = (): never => {
      throw new Error('broken');
    };
    const server = createServer((_, response) => response.end('by Node'));
    const door = await openDoor(server, { find, leave: () => undefined });
    expect((await say(door, question)).toString()).toContain('by Node');
  });
});
