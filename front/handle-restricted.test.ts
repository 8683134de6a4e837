import { beforeEach, describe, expect, it } from 'vitest';
import { get, kept, PRERENDER, page, SECRET, SESSION, seen, stage } from './handle-testing';

describe('a list that holds more for those who have signed in', () => {
  const list = '/fr/help/members';

  beforeEach(() => {
    stage.next = (request, response) => {
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
    stage.next = (_, response) => page(response, 'broken', { 'content-type': 'text/html' }, 500);
    expect(await get(list, { cookie: SESSION })).toMatchObject({ status: 200 });
  });

  it('is the page kept for all where that does not say that there is more', async () => {
    stage.next = (request, response) => page(response, request.headers.cookie ?? 'for all');
    for (const cookie of [SESSION, SESSION]) expect((await get(list, { cookie })).body).toContain('for all');
    expect(seen).toHaveLength(1);
  });
});

describe('a restricted article', () => {
  const article = '/fr/help/members/internal';

  beforeEach(() => {
    stage.next = (request, response) => {
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
