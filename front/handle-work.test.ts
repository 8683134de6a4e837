import { request as open } from 'node:http';
import { describe, expect, it } from 'vitest';
import { get, page, port, seen, stage } from './handle-testing';

describe('a working page', () => {
  it('gets a nonce of its own, told to Next and to the browser alike', async () => {
    stage.next = (_, response) => page(response, 'work', { 'content-type': 'text/html' });
    const [one, two] = [await get('/fr/desk'), await get('/fr/desk')];
    expect(one.body).toContain('<script>');
    expect(one.headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+';/);
    expect(one.headers['content-security-policy']).toBe(seen[0]?.headers['content-security-policy']);
    expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy']);
  });

  it('sends a posted form that leads elsewhere to see, not to post again', async () => {
    stage.next = (_, response) => {
      response.statusCode = 307;
      response.setHeader('location', '/fr/sign-in');
      response.end();
    };
    expect(await get('/fr/desk')).toMatchObject({ status: 307 });
    expect(await get('/fr/desk', {}, 'POST')).toMatchObject({ status: 303 });
    expect(await get('/fr/sign-in', {}, 'POST')).toMatchObject({ status: 303 });
  });

  it('streams', async () => {
    stage.next = (_, response) => {
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
    stage.next = (_, response) => {
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
    stage.next = (request, response) => {
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
      stage.next = (_, response) => {
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
