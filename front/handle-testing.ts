import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request as open, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createAskNext } from './ask-next';
import { createHandler } from './handle';
import { type Inner, openInner } from './inner';
import { openPageFiles } from './page-files';
import { createPageMemory } from './page-memory';
import { createPages, type Pages } from './pages';
import { createSecurityHeaders } from './security-headers';

export const SECRET = 'a-name-that-nobody-else-may-read';
export const SESSION = `authjs.session-token=${SECRET}`;
export const PRERENDER = { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-prerender': '1' };

type Reply = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
export type Next = (request: IncomingMessage, response: ServerResponse) => void;

/** What stands behind the front, and whether content is behind its folder. */
export const stage: { next: Next; behind: boolean } = { next: () => undefined, behind: false };
let server: Server;
let inner: Inner;
let folder: string;
export let pages: Pages;
export let seen: { url: string; headers: IncomingMessage['headers']; method: string }[];

export const page = (
  response: ServerResponse,
  body: string,
  headers: Record<string, string> = PRERENDER,
  status = 200,
) => {
  response.writeHead(status, headers);
  response.end(`<!DOCTYPE html><html><head></head><body>${body}<script>1</script></body></html>`);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-front-'));
  seen = [];
  stage.behind = false;
  stage.next = (_, response) => page(response, 'plain');
  const listener: Next = (request, response) => {
    seen.push({ url: request.url ?? '', headers: { ...request.headers }, method: request.method ?? '' });
    stage.next(request, response);
  };
  inner = await openInner(listener, join(folder, 'run'), 1);
  const ask = createAskNext({
    address: inner.address,
    origin: new URL('https://help.example'),
    revalidateKey: 'key',
  });
  pages = createPages({
    ...{ ask, memory: createPageMemory(1_000_000), buildId: 'b', bootId: 'b', ownFiles: new Map() },
    ...{ files: await openPageFiles(folder, { onError: () => undefined }), now: Date.now, onError: () => undefined },
  });
  const security = createSecurityHeaders({ secure: true, dev: false });
  const assets = { has: () => false, load: async () => undefined };
  const settings = {
    ask,
    assets,
    pages,
    security,
    ownFiles: new Map(),
    isBehind: () => stage.behind,
    onError: () => undefined,
  };
  server = createServer(createHandler(settings));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await inner.close();
  await rm(folder, { recursive: true, force: true });
});

export const port = (): number => (server.address() as AddressInfo).port;

export const get = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Reply> =>
  new Promise((done, fail) => {
    const request = open({ port: port(), path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', fail);
    request.end(body);
  });

/** Everything that is kept, as text. */
export const kept = async (): Promise<string> => {
  const { brotliDecompressSync } = await import('node:zlib');
  const names = (await readdir(folder)).filter((name) => name !== 'run');
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return files
    .map((file) => {
      const end = file.indexOf(10);
      return `${file.subarray(0, end)}\n${brotliDecompressSync(file.subarray(end + 1))}`;
    })
    .join('\n');
};

/** A Next that would tell secrets to whoever asks with a cookie, in every way it can. */
export const gossip: Next = (request, response) => {
  const who = [request.headers.cookie, request.headers.authorization, request.headers['x-forwarded-for'], request.url];
  page(response, `hello ${who.join(' ')} ${request.headers.host} ${request.headers['accept-language']}`);
};
