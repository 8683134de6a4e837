import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { get, gossip, kept, PRERENDER, page, port, SECRET, SESSION, seen, stage } from './handle-testing';

describe('nothing of a visitor enters the store', () => {
  it.each([
    ['a session', { cookie: SESSION }],
    ['an authorization', { authorization: SECRET }],
    ['another host', { host: SECRET }],
    ['a forwarded host', { 'x-forwarded-host': SECRET, 'x-forwarded-for': SECRET }],
    ['a language', { 'accept-language': SECRET }],
    ['an agent', { 'user-agent': SECRET, referer: SECRET }],
  ])('of %s', async (_, headers) => {
    stage.next = gossip;
    const first = await get('/fr/faq', headers);
    expect(first.body).not.toContain(SECRET);
    expect(await kept()).not.toContain(SECRET);
    expect(JSON.stringify(seen)).not.toContain(SECRET);
  });

  it('of a query', async () => {
    stage.next = gossip;
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
    stage.next = gossip;
    await get(path, { cookie: SESSION });
    await get(path);
    expect(await kept()).toBe('');
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('of a %s', async (method) => {
    stage.next = gossip;
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
    stage.next = (_request, response) => page(response, SECRET, headers, status);
    await get('/fr/faq');
    expect(await kept()).toBe('');
  });

  it('through a request that injects headers or a foreign address', async () => {
    stage.next = gossip;
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
