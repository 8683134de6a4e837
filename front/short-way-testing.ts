import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { AskNext } from './ask-next';
import { createHandler } from './handle';
import { openPageFiles } from './page-files';
import { createPageMemory } from './page-memory';
import { createPages } from './pages';
import { createReadyAnswers, type ReadyAnswers } from './ready-answers';
import { createSecurityHeaders } from './security-headers';
import { openShortWay, type ShortWay } from './short-way';

export const SESSION = 'cookie: authjs.session-token=x';

type Door = { server: Server; port: number; shortWay: ShortWay | undefined; requests: string[]; handedOver: Socket[] };

export const doors: Door[] = [];
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
export const openDoor = async (server: Server, answers?: Pick<ReadyAnswers, 'find' | 'leave'>): Promise<Door> => {
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

export const visit = async ({ port }: Door): Promise<Visitor> => {
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
export const answersIn = (all: Buffer): { head: string[]; body: Buffer }[] => {
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

export const whole =
  (count: number) =>
  (all: Buffer): boolean =>
    answersIn(all).length >= count;

const DATE = /^date: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/i;

const ID = /^x-request-id: .+$/;

/** Status, headers in the order of the alphabet, and body; of dates and numbers of requests only that they are there. */
export const comparable = (all: Buffer) =>
  answersIn(all).map(({ head: [status, ...lines], body }) => ({
    status,
    headers: lines.map((line) => line.replace(DATE, 'a date').replace(ID, 'an id')).sort(),
    body: body.toString('latin1'),
  }));

export const get = (path: string, ...lines: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'host: help.example', ...lines, '', ''].join('\r\n');

export const PAGES: Record<string, { type: string; body: string; headers?: Record<string, string> }> = {
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

export const ask: AskNext = {
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
export const front = async () => {
  const memory = createPageMemory(10_000_000);
  const settings = { buildId: 'b', bootId: 'b', ownFiles: new Map(), now: Date.now, onError: () => undefined };
  const files = await openPageFiles(folder, { onError: () => undefined });
  const pages = createPages({ ask, memory, files, ...settings });
  const security = createSecurityHeaders({ secure: true, dev: false });
  const assets = { has: () => false, load: async () => undefined };
  const handler = createHandler({
    ...{ ask, assets, pages, security, ownFiles: new Map() },
    isBehind: () => false,
    onError: () => undefined,
  });
  const answers = createReadyAnswers({ memory, pages, security, keepAlive: 5_000, now: Date.now });
  return { short: await openDoor(createServer(handler), answers), long: await openDoor(createServer(handler)) };
};

export const say = async (door: Door, text: string, count = 1): Promise<Buffer> => {
  const visitor = await visit(door);
  visitor.socket.write(text);
  return visitor.until(whole(count));
};
