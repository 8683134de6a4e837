import { beforeEach, describe, expect, it } from 'vitest';
import { get, kept, type Next, PRERENDER, page, pages, SESSION, seen, stage } from './handle-testing';

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
      stage.next = moved('/fr/help/members/new');
      const answer = await get(`${path}?utm=1`);
      expect(answer.status).toBe(308);
      expect(answer.headers.location).toBe('/fr/help/members/new?utm=1');
      expect(seen.some(({ url }) => url === `/api/moved?${new URLSearchParams({ path })}`)).toBe(true);
    },
  );

  it('is not found where nobody said so, and for posts', async () => {
    stage.next = moved(null);
    expect((await get('/fr/help/members/old')).status).toBe(404);
    stage.next = moved('/fr/elsewhere');
    expect((await get('/fr/help/members/gone', {}, 'POST', 'x')).status).toBe(404);
  });

  it('cannot lead to a header of its own', async () => {
    stage.next = moved('/fr/a\r\nset-cookie: x=1');
    const answer = await get('/hc/1');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

it('lets nobody keep that a file is not there', async () => {
  stage.next = (_, response) => {
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
    stage.behind = true;
    stage.next = unknown;
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
    if (status === 200) stage.next = (__, response) => page(response, 'known');
    expect((await get(path)).status).toBe(status);
  });

  it('says so of what is published at this moment, whenever that is', async () => {
    stage.behind = false;
    stage.next = (request, response) => {
      if (!request.url?.startsWith('/api/moved')) return unknown(request, response);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ to: null, coming: request.url.endsWith('new') }));
    };
    expect((await get('/fr/help/members/new')).status).toBe(503);
    expect((await get('/fr/help/members/none')).status).toBe(404);
    expect((await get('/fr/help/members/new', {}, 'POST', 'x')).status).toBe(404);
  });

  it('knows by the time of asking, not by that of the answer', async () => {
    stage.next = (request, response) => {
      stage.behind = false;
      unknown(request, response);
    };
    expect((await get('/fr/help/members/new')).status).toBe(503);
    expect((await get('/fr/help/members/new')).status).toBe(404);
  });
});

describe('failures', () => {
  it.each([
    ['/fr/faq', 'fr'],
    ['/en/search?q=x', 'en'],
    ['/fr/requests', 'fr'],
  ])('%s says calmly that it is not available', async (path, language) => {
    stage.next = (_, response) => page(response, 'stack', { 'content-type': 'text/html' }, 500);
    const answer = await get(path);
    expect(answer.status).toBe(503);
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).not.toContain('stack');
    expect(answer.headers['retry-after']).toBeDefined();
  });

  it('serves the last good copy while Next fails', async () => {
    await get('/fr/status');
    stage.next = (_, response) => page(response, 'stack', PRERENDER, 500);
    await pages.touch(['incidents']);
    expect(await get('/fr/status')).toMatchObject({ status: 200, body: expect.stringContaining('plain') });
  });

  it.each(['/fr/nowhere', '/fr/help/none', '/fr/requests/9', '/requests'])(
    '%s shows the page for lost readers',
    async (path) => {
      stage.next = (request, response) => {
        if (request.url === '/fr/not-found') page(response, 'lost?');
        else page(response, '', { 'content-type': 'text/html' }, 404);
      };
      const answer = await get(path);
      expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('lost?') });
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );
});
