import { describe, expect, it } from 'vitest';
import { get, page, SESSION, seen, stage } from './handle-testing';

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
    stage.next = (request, response) => {
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
  stage.next = (_, response) => page(response, 'found', { 'content-type': 'text/html', link });
  const answer = await get('/fr/search?q=import');
  expect(answer.headers.link).toBe('</_next/a.woff2>; rel=preload; as="font"; crossorigin=""');
});

it('lets scripts of any site ask for the public JSON', async () => {
  const preflight = await get('/api/v2/summary.json', { origin: 'https://elsewhere.example' }, 'OPTIONS');
  expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*' } });
  expect((await get('/fr/faq', {}, 'OPTIONS')).headers['access-control-allow-origin']).toBeUndefined();
});
