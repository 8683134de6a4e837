import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request as open, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAskNext } from './ask-next';
import { createHandler } from './handle';
import { type Inner, openInner } from './inner';
import { openPageFiles } from './page-files';
import { createPageMemory } from './page-memory';
import { createPages, type Pages } from './pages';
import { createSecurityHeaders } from './security-headers';

const SECRET = 'a-name-that-nobody-else-may-read';
const SESSION = `authjs.session-token=${SECRET}`;
const PRERENDER = { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-prerender': '1' };

type Reply = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Next = (request: IncomingMessage, response: ServerResponse) => void;

let next: Next;
let server: Server;
let inner: Inner;
let folder: string;
let pages: Pages;
let behind: boolean;
let seen: { url: string; headers: IncomingMessage['headers']; method: string }[];

const page = (response: ServerResponse, body: string, headers: Record<string, string> = PRERENDER, status = 200) => {
  response.writeHead(status, headers);
  response.end(`<!DOCTYPE html><html><head></head><body>${body}<script>1</script></body></html>`);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-front-'));
  seen = [];
  behind = false;
  next = (_, response) => page(response, 'plain');
  const listener: Next = (request, response) => {
    seen.push({ url: request.url ?? '', headers: { ...request.headers }, method: request.method ?? '' });
    next(request, response);
  };
  inner = await openInner(listener, join(folder, 'run'), 1);
  const ask = createAskNext({
    address: inner.address,
    origin: new URL('https://help.example'),
    revalidateKey: 'key',
  });
  pages = createPages({
    ...{ ask, memory: createPageMemory(1_000_000), buildId: 'b', bootId: 'b', ownScripts: new Map() },
    ...{ files: await openPageFiles(folder, { onError: () => undefined }), now: Date.now, onError: () => undefined },
  });
  const security = createSecurityHeaders({ secure: true, dev: false });
  const assets = { has: () => false, load: async () => undefined };
  const settings = {
    ask,
    assets,
    pages,
    security,
    ownScripts: new Map(),
    isBehind: () => behind,
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

const port = (): number => (server.address() as AddressInfo).port;

const get = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Reply> =>
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
const kept = async (): Promise<string> => {
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
const gossip: Next = (request, response) => {
  const who = [request.headers.cookie, request.headers.authorization, request.headers['x-forwarded-for'], request.url];
  page(response, `hello ${who.join(' ')} ${request.headers.host} ${request.headers['accept-language']}`);
};

describe('nothing of a visitor enters the store', () => {
  it.each([
    ['a session', { cookie: SESSION }],
    ['an authorization', { authorization: SECRET }],
    ['another host', { host: SECRET }],
    ['a forwarded host', { 'x-forwarded-host': SECRET, 'x-forwarded-for': SECRET }],
    ['a language', { 'accept-language': SECRET }],
    ['an agent', { 'user-agent': SECRET, referer: SECRET }],
  ])('of %s', async (_, headers) => {
    next = gossip;
    const first = await get('/fr/faq', headers);
    expect(first.body).not.toContain(SECRET);
    expect(await kept()).not.toContain(SECRET);
    expect(JSON.stringify(seen)).not.toContain(SECRET);
  });

  it('of a query', async () => {
    next = gossip;
    await get(`/fr/faq?utm_source=${SECRET}&x=${SECRET}`);
    expect(await kept()).not.toContain(SECRET);
    expect(await get('/fr/faq')).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['search', `/fr/search?q=${SECRET}`],
    ['an unknown page', `/fr/${SECRET}`],
    ['an account', '/fr/account'],
    ['a request', '/fr/requests/12'],
    ['an API', '/api/me'],
    ['a reserved article', '/fr/reserved/members/internal'],
  ])('of %s', async (_, path) => {
    next = gossip;
    await get(path, { cookie: SESSION });
    await get(path);
    expect(await kept()).toBe('');
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('of a %s', async (method) => {
    next = gossip;
    await get('/fr/faq', { cookie: SESSION }, method, method === 'HEAD' ? '' : SECRET);
    expect(await kept()).not.toContain(SECRET);
  });

  it.each([
    ['sets a cookie', { ...PRERENDER, 'set-cookie': `x=${SECRET}` }, 200],
    ['is not marked', { 'content-type': 'text/html' }, 200],
    ['is a 404', PRERENDER, 404],
    ['is an error', PRERENDER, 500],
    ['is a redirect', { ...PRERENDER, location: `/${SECRET}` }, 307],
    ['is no page', { ...PRERENDER, 'content-type': 'text/x-component' }, 200],
  ])('when the answer %s', async (_, headers, status) => {
    next = (_request, response) => page(response, SECRET, headers, status);
    await get('/fr/faq');
    expect(await kept()).toBe('');
  });

  it('through a request that injects headers or a foreign address', async () => {
    next = gossip;
    for (const line of [
      `GET http://${SECRET}/fr/faq HTTP/1.1`,
      `GET //${SECRET}/fr/faq HTTP/1.1`,
      `GET /fr/faq%0d%0aset-cookie:%20${SECRET} HTTP/1.1`,
      `GET /fr/../fr/faq HTTP/1.1`,
    ]) {
      await new Promise<void>((done) => {
        const socket = connect(port(), '127.0.0.1', () =>
          socket.end(`${line}\r\nhost: a\r\nconnection: close\r\n\r\n`),
        );
        socket
          .on('close', () => done())
          .on('error', () => done())
          .resume();
      });
    }
    expect(await kept()).toBe('');
  });

  it('and no visitor can make Next render anew or forge what the front tells it', async () => {
    await get('/fr/search', { 'x-prerender-revalidate': 'key', 'content-security-policy': "script-src 'nonce-x'" });
    await get('/fr/account', { 'x-prerender-revalidate': 'key', 'content-security-policy-report-only': 'x' });
    for (const { headers } of seen) {
      expect(headers['x-prerender-revalidate']).toBeUndefined();
      expect(headers['content-security-policy'] ?? '').not.toContain("'nonce-x'");
    }
  });
});

describe('a list that holds more for those who have signed in', () => {
  const list = '/fr/help/members';

  beforeEach(() => {
    next = (request, response) => {
      if (request.headers.cookie?.includes(SECRET)) page(response, SECRET, { 'content-type': 'text/html' });
      else page(response, '<main data-more="">for all</main>');
    };
  });

  it('is made for the reader with a session, kept for nobody, and stored for all others', async () => {
    expect((await get(list)).body).toContain('for all');
    const own = await get(list, { cookie: SESSION });
    expect(own.body).toContain(SECRET);
    expect(own.headers['cache-control']).toBe('private, no-store');
    expect((await get(list)).body).toContain('for all');
    expect(await kept()).not.toContain(SECRET);
  });

  it('is the stored one where the own one fails', async () => {
    await get(list);
    next = (_, response) => page(response, 'broken', { 'content-type': 'text/html' }, 500);
    expect(await get(list, { cookie: SESSION })).toMatchObject({ status: 200 });
  });

  it('is the page kept for all where that does not say that there is more', async () => {
    next = (request, response) => page(response, request.headers.cookie ?? 'for all');
    for (const cookie of [SESSION, SESSION]) expect((await get(list, { cookie })).body).toContain('for all');
    expect(seen).toHaveLength(1);
  });
});

describe('an address that is no page any more', () => {
  const moved = (to: string | null): Next => {
    return (request, response) => {
      if (!request.url?.startsWith('/api/moved')) return page(response, '', PRERENDER, 404);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ to }));
    };
  };

  it.each(['/hc/fr/articles/12', '/fr/help/members/old', '/fr/old/deep/page'])(
    'leads %s to where its page is now, for good and with its query',
    async (path) => {
      next = moved('/fr/help/members/new');
      const answer = await get(`${path}?utm=1`);
      expect(answer.status).toBe(308);
      expect(answer.headers.location).toBe('/fr/help/members/new?utm=1');
      expect(seen.some(({ url }) => url === `/api/moved?${new URLSearchParams({ path })}`)).toBe(true);
    },
  );

  it('is not found where nobody said so, and for posts', async () => {
    next = moved(null);
    expect((await get('/fr/help/members/old')).status).toBe(404);
    next = moved('/fr/elsewhere');
    expect((await get('/fr/help/members/gone', {}, 'POST', 'x')).status).toBe(404);
  });

  it('cannot lead to a header of its own', async () => {
    next = moved('/fr/a\r\nset-cookie: x=1');
    const answer = await get('/hc/1');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

it('lets nobody keep that a file is not there', async () => {
  next = (_, response) => {
    response.writeHead(404, { 'cache-control': 's-maxage=31536000' });
    response.end();
  };
  const answer = await get('/fr/events/closing/event.ics');
  expect(answer).toMatchObject({ status: 404, headers: { 'cache-control': 'private, no-store' } });
});

describe('while content is behind its folder', () => {
  const unknown: Next = (request, response) => {
    if (request.url?.includes('/not-found')) return page(response, 'not found');
    if (!request.url?.startsWith('/api/moved')) return page(response, '', PRERENDER, 404);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ to: null }));
  };

  beforeEach(() => {
    behind = true;
    next = unknown;
  });

  it.each([
    ['an article', '/fr/help/members/new', {}],
    ['a collection', '/en/help/members', {}],
    ['a restricted article, for a reader', '/fr/help/members/new', { cookie: SESSION }],
    ['an address of a former site', '/hc/fr/articles/12', {}],
    ['a file', '/media/members/new.svg', {}],
  ])('says of %s that it is being prepared', async (_, path, headers) => {
    const answer = await get(path, headers);
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({ 'retry-after': '10', refresh: '10', 'cache-control': 'no-store' });
    // Search engines come back for what is late, and drop what asks to be dropped.
    expect(answer.body + JSON.stringify(answer.headers)).not.toContain('noindex');
    expect(answer.body).toContain(path.startsWith('/en/') ? 'being prepared' : 'en cours de préparation');
    expect((await get(path, headers, 'HEAD')).status).toBe(503);
    expect(await kept()).toBe('');
  });

  it.each([
    ['what is known', '/fr/help/members/old', 200],
    ['a request', '/fr/requests/12', 404],
    ['an incident', '/fr/status/incidents/12', 404],
    ['an API', '/api/me', 404],
  ])('answers %s as ever', async (_, path, status) => {
    if (status === 200) next = (__, response) => page(response, 'known');
    expect((await get(path)).status).toBe(status);
  });

  it('says so of what is published at this moment, whenever that is', async () => {
    behind = false;
    next = (request, response) => {
      if (!request.url?.startsWith('/api/moved')) return unknown(request, response);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ to: null, coming: request.url.endsWith('new') }));
    };
    expect((await get('/fr/help/members/new')).status).toBe(503);
    expect((await get('/fr/help/members/none')).status).toBe(404);
    expect((await get('/fr/help/members/new', {}, 'POST', 'x')).status).toBe(404);
  });

  it('knows by the time of asking, not by that of the answer', async () => {
    next = (request, response) => {
      behind = false;
      unknown(request, response);
    };
    expect((await get('/fr/help/members/new')).status).toBe(503);
    expect((await get('/fr/help/members/new')).status).toBe(404);
  });
});

describe('a restricted article', () => {
  const article = '/fr/help/members/internal';

  beforeEach(() => {
    next = (request, response) => {
      if (request.headers.cookie?.includes(SECRET)) page(response, SECRET, { 'content-type': 'text/html' });
      else page(response, '', PRERENDER, 404);
    };
  });

  it('is shown to those who may read it, and to nobody else', async () => {
    for (let round = 0; round < 3; round += 1) {
      const reader = await get(article, { cookie: SESSION });
      expect(reader).toMatchObject({ status: 200, body: expect.stringContaining(SECRET) });
      expect(reader.headers['cache-control']).toContain('private');
      expect(await get(article)).toMatchObject({ status: 404, body: expect.not.stringContaining(SECRET) });
      expect(await get(article, { cookie: 'theme=dark' })).toMatchObject({ status: 404 });
    }
    expect(await kept()).toBe('');
  });
});

describe('a stored page', () => {
  it('goes out light, encoded, with a tag of its own per encoding and without asking again', async () => {
    const plain = await get('/fr/faq');
    expect(plain.body).toBe('<!DOCTYPE html><html><head></head><body>plain</body></html>');
    const tags = new Set<unknown>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await get('/fr/faq', { 'accept-encoding': encoding });
      expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding);
      expect(answer.headers.vary).toBe('accept-encoding');
      tags.add(answer.headers.etag);
      const again = await get('/fr/faq', { 'accept-encoding': encoding, 'if-none-match': String(answer.headers.etag) });
      expect(again).toMatchObject({ status: 304, body: '' });
    }
    expect(tags.size).toBe(3);
    expect(seen).toHaveLength(1);
  });

  it('answers HEAD like GET without a body', async () => {
    await get('/fr/faq');
    const head = await get('/fr/faq', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0);
  });

  it('carries the security headers', async () => {
    const { headers } = await get('/fr/faq');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age'),
      'content-security-policy': expect.stringMatching(/script-src 'self';.*style-src 'self';.*frame-ancestors 'none'/),
    });
    // It is the same for all, down to the last byte of its head.
    expect(headers).not.toHaveProperty('x-request-id');
  });

  it('is asked for anonymously, and anew', async () => {
    await get('/fr/faq', { cookie: SESSION });
    expect(seen[0]?.headers).toMatchObject({ host: 'help.example', 'x-prerender-revalidate': 'key' });
    expect(Object.keys(seen[0]?.headers ?? {})).not.toContain('cookie');
  });

  it('lets posts through to Next with their body and cookies, and lightens the answer', async () => {
    next = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () =>
        page(response, `got ${Buffer.concat(chunks)} ${request.headers.cookie}`, {
          'content-type': 'text/html',
          'set-cookie': 'a=b',
        }),
      );
    };
    const answer = await get('/fr/faq', { cookie: SESSION, 'content-type': 'text/plain' }, 'POST', 'words');
    expect(answer.body).toBe(`<!DOCTYPE html><html><head></head><body>got words ${SESSION}</body></html>`);
    expect(answer.headers['set-cookie']).toEqual(['a=b']);
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });
});

it('hints at the fonts of a page made for one request, and at none of the framework’s scripts', async () => {
  const link = '</_next/a.woff2>; rel=preload; as="font"; crossorigin="", </_next/b.js>; rel=preload; as="script"';
  next = (_, response) => page(response, 'found', { 'content-type': 'text/html', link });
  const answer = await get('/fr/search?q=import');
  expect(answer.headers.link).toBe('</_next/a.woff2>; rel=preload; as="font"; crossorigin=""');
});

it('lets scripts of any site ask for the public JSON', async () => {
  const preflight = await get('/api/v2/summary.json', { origin: 'https://elsewhere.example' }, 'OPTIONS');
  expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*' } });
  expect((await get('/fr/faq', {}, 'OPTIONS')).headers['access-control-allow-origin']).toBeUndefined();
});

describe('failures', () => {
  it.each([
    ['/fr/faq', 'fr'],
    ['/en/search?q=x', 'en'],
    ['/fr/requests', 'fr'],
  ])('%s says calmly that it is not available', async (path, language) => {
    next = (_, response) => page(response, 'stack', { 'content-type': 'text/html' }, 500);
    const answer = await get(path);
    expect(answer.status).toBe(503);
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).not.toContain('stack');
    expect(answer.headers['retry-after']).toBeDefined();
  });

  it('serves the last good copy while Next fails', async () => {
    await get('/fr/status');
    next = (_, response) => page(response, 'stack', PRERENDER, 500);
    await pages.touch(['incidents']);
    expect(await get('/fr/status')).toMatchObject({ status: 200, body: expect.stringContaining('plain') });
  });

  it.each(['/fr/nowhere', '/fr/help/none', '/fr/requests/9', '/requests'])(
    '%s shows the page for lost readers',
    async (path) => {
      next = (request, response) => {
        if (request.url === '/fr/not-found') page(response, 'lost?');
        else page(response, '', { 'content-type': 'text/html' }, 404);
      };
      const answer = await get(path);
      expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('lost?') });
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );
});

describe('a working page', () => {
  it('gets a nonce of its own, told to Next and to the browser alike', async () => {
    next = (_, response) => page(response, 'work', { 'content-type': 'text/html' });
    const [one, two] = [await get('/fr/desk'), await get('/fr/desk')];
    expect(one.body).toContain('<script>');
    expect(one.headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+';/);
    expect(one.headers['content-security-policy']).toBe(seen[0]?.headers['content-security-policy']);
    expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy']);
  });

  it('sends a posted form that leads elsewhere to see, not to post again', async () => {
    next = (_, response) => {
      response.statusCode = 307;
      response.setHeader('location', '/fr/sign-in');
      response.end();
    };
    expect(await get('/fr/desk')).toMatchObject({ status: 307 });
    expect(await get('/fr/desk', {}, 'POST')).toMatchObject({ status: 303 });
    expect(await get('/fr/sign-in', {}, 'POST')).toMatchObject({ status: 303 });
  });

  it('streams', async () => {
    next = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('first');
      setTimeout(() => response.end('last'), 300);
    };
    const early = await new Promise<string>((done) => {
      open({ port: port(), path: '/fr/desk' }, (response) => {
        response.once('data', (chunk: Buffer) => done(chunk.toString()));
      }).end();
    });
    expect(early).toBe('first');
  });

  it('keeps each cookie that Next sets, and what Next says of caching', async () => {
    next = (_, response) => {
      response.writeHead(200, [
        ...['set-cookie', 'a=1', 'set-cookie', 'b=2', 'cache-control', 'no-store'],
        ...['content-type', 'text/html', 'content-security-policy', 'of-next'],
      ]);
      response.end('work');
    };
    const { headers } = await get('/fr/desk');
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain('nonce');
  });

  it.each(['POST', 'DELETE'])('hands on the body of a %s that does not tell its length', async (method) => {
    next = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.end(`got ${Buffer.concat(chunks)}`));
    };
    const headers = { 'transfer-encoding': 'chunked' };
    expect((await get('/api/uploads', headers, method, 'words')).body).toBe('got words');
    // The next request of the connection is not taken for the rest of this one.
    expect((await get('/api/uploads', {}, 'GET')).body).toBe('got ');
  });

  it('lets Next know when nobody waits for the answer any more', async () => {
    const gone = new Promise<void>((done) => {
      next = (_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('data: 1\n\n');
        response.on('close', done);
      };
    });
    const asked = open({ port: port(), path: '/api/trpc/live' }, (response) => {
      response.once('data', () => asked.destroy());
    });
    asked.on('error', () => undefined);
    asked.end();
    await gone;
  });

  it('is told who asks: the peer, or whom a proxy on this machine names last', async () => {
    await get('/fr/desk', { 'x-forwarded-for': '6.6.6.6, 7.7.7.7' });
    expect(seen[0]?.headers['x-forwarded-for']).toBe('7.7.7.7');
    await get('/fr/desk');
    expect(seen[1]?.headers['x-forwarded-for']).toBe('127.0.0.1');
  });
});
