import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { withVerbs } from './verbs';

const servers = new Set<{ close(): void; closeAllConnections(): void }>();

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers.clear();
});

const otherwise: RequestListener = (_request, response) => {
  response.writeHead(203).end('Next');
};

/** Serves verbs by `answer`; errors it reports are collected. */
const serve = async (answer: (request: Request) => Promise<Response>) => {
  const errors: unknown[] = [];
  const server = createServer(withVerbs('/api/trpc', answer, otherwise, (error) => errors.push(error)));
  servers.add(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { errors, port: (server.address() as AddressInfo).port };
};

const open = async (port: number, path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> => {
  const asked = get({ port, path, headers, host: '127.0.0.1' });
  const [message] = (await once(asked, 'response')) as [IncomingMessage];
  return message;
};

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const LONG = JSON.stringify({ text: 'à la ligne '.repeat(500) });

describe('verbs are answered without Next', () => {
  it('where their address says so, with what was asked and sent', async () => {
    const { port } = await serve(async (asked) =>
      Response.json({
        path: new URL(asked.url).pathname,
        who: asked.headers.get('x-forwarded-for'),
        sent: asked.method === 'POST' ? await asked.json() : null,
      }),
    );
    const message = await open(port, '/api/trpc/tickets.queue?batch=1', { 'x-forwarded-for': '10.0.0.1' });
    expect(JSON.parse((await bodyOf(message)).toString())).toEqual({
      path: '/api/trpc/tickets.queue',
      who: '10.0.0.1',
      sent: null,
    });
    const posting = request({ port, host: '127.0.0.1', path: '/api/trpc/tickets.reply', method: 'POST' });
    posting.end('{"number":1042}');
    const [answer] = (await once(posting, 'response')) as [IncomingMessage];
    expect(JSON.parse((await bodyOf(answer)).toString()).sent).toEqual({ number: 1042 });
  });

  it('and nowhere else', async () => {
    const { port } = await serve(async () => new Response('a verb'));
    for (const path of ['/api/trpc', '/api/trpcs/x', '/fr/desk', '/api/search?q=/api/trpc/']) {
      const message = await open(port, path);
      expect([path, message.statusCode, (await bodyOf(message)).toString()]).toEqual([path, 203, 'Next']);
    }
  });
});

describe('an answer', () => {
  it('is compressed when it is long and may be', async () => {
    const { port } = await serve(async ({ url }) => new Response(url.endsWith('long') ? LONG : 'short'));
    const packed = await open(port, '/api/trpc/long', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toBe('accept-encoding');
    const body = await bodyOf(packed);
    expect(packed.headers['content-length']).toBe(String(body.length));
    expect(gunzipSync(body).toString()).toBe(LONG);
    const plain = await open(port, '/api/trpc/long', { 'accept-encoding': 'br' });
    expect([plain.headers['content-encoding'], (await bodyOf(plain)).toString()]).toEqual([undefined, LONG]);
    const short = await open(port, '/api/trpc/short', { 'accept-encoding': 'gzip' });
    expect([short.headers['content-encoding'], (await bodyOf(short)).toString()]).toEqual([undefined, 'short']);
  });

  it('that goes on is sent as it comes, until the reader leaves', async () => {
    let left: (() => void) | undefined;
    const gone = new Promise<void>((done) => {
      left = done;
    });
    const { port, errors } = await serve(async ({ signal }) => {
      signal.addEventListener('abort', () => left?.());
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode('data: one\n\n')),
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    const message = await open(port, '/api/trpc/tickets.watch', { 'accept-encoding': 'gzip' });
    const [first] = (await once(message, 'data')) as [Buffer];
    expect([message.headers['content-encoding'], first.toString()]).toEqual([undefined, 'data: one\n\n']);
    message.destroy();
    await gone;
    expect(errors).toEqual([]);
  });

  it('that fails is told to the log and not to the reader', async () => {
    const { port, errors } = await serve(async () => {
      throw new Error('the database is away');
    });
    const message = await open(port, '/api/trpc/tickets.queue');
    expect([message.statusCode, (await bodyOf(message)).toString()]).toEqual([500, '']);
    expect(errors).toEqual([new Error('the database is away')]);
  });
});
