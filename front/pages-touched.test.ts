import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Answer } from './admission';
import { ARTICLE, clock, createSite, folder, html, open, PATH, status, textOf } from './pages-testing';

describe('a touched page', () => {
  it('is renewed at once, and nothing else is', async () => {
    const { site, asked, ask } = createSite();
    for (const path of [PATH, '/fr/faq']) site.set(path, () => html('old'));
    const pages = await open(ask);
    await pages.obtain(PATH);
    await pages.obtain('/fr/faq');
    site.set(PATH, () => html('new'));
    await pages.touch(['incidents']);
    expect(asked).toEqual([PATH, '/fr/faq', PATH]);
    expect(await textOf(pages, PATH)).toContain('new');
  });

  it('is left alone by a change of documents that it is not made of', async () => {
    const { site, asked, ask } = createSite();
    const page = (text: string) => html(`<meta name="guichet-depends" content="content:fr:article:import">${text}`);
    site.set(ARTICLE, () => page('old'));
    const pages = await open(ask);
    await pages.obtain(ARTICLE);
    await pages.touch(['content', 'content:fr:article:export']);
    expect(asked).toEqual([ARTICLE]);
    expect(pages.current(ARTICLE)).toBeDefined();
    site.set(ARTICLE, () => page('new'));
    await pages.touch(['content', 'content:fr:article:import']);
    expect(await textOf(pages, ARTICLE)).toContain('new');
    expect(await textOf(pages, ARTICLE)).not.toContain('guichet-depends');
    // Another process finds the same on disk.
    const other = await open(ask);
    await other.obtain(ARTICLE);
    asked.length = 0;
    await other.touch(['content', 'content:fr:article:export']);
    expect(asked).toEqual([]);
  });

  it('is served as it was while thousands wait to be made anew', async () => {
    const { site, asked, ask } = createSite();
    const paths = Array.from({ length: 60 }, (_, at) => `/fr/help/a/b-${at}`);
    for (const path of paths) site.set(path, () => html('old'));
    const pages = await open(ask);
    for (const path of paths) await pages.obtain(path);
    const never = new Promise<Answer>(() => undefined);
    for (const path of paths) site.set(path, () => never);
    asked.length = 0;
    void pages.touch(['content']);
    const outcomes = await Promise.all(paths.map((path) => pages.obtain(path)));
    expect(outcomes.every((outcome) => 'page' in outcome)).toBe(true);
    expect(new Set(asked).size).toBeLessThanOrEqual(24);
  });

  it('keeps its last good copy while Next fails, for as long as it takes', async () => {
    const { site, ask } = createSite();
    site.set(PATH, () => html('good'));
    const pages = await open(ask);
    await pages.obtain(PATH);
    for (const failure of [() => status(500), () => status(503), () => Promise.reject(new Error('down'))]) {
      site.set(PATH, failure);
      await pages.touch(['incidents']);
      expect(await textOf(pages, PATH)).toContain('good');
      clock.now += 3_600_000;
      expect(await textOf(pages, PATH)).toContain('good');
    }
    site.set(PATH, () => html('better'));
    clock.now += 10_000;
    expect(await textOf(pages, PATH)).toContain('better');
  });

  it('does not make each reader wait while Next fails', async () => {
    const { site, asked, ask } = createSite();
    site.set(PATH, () => html('good'));
    const pages = await open(ask);
    await pages.obtain(PATH);
    site.set(PATH, () => status(500));
    await pages.touch(['incidents']);
    for (let reader = 0; reader < 20; reader += 1) await pages.obtain(PATH);
    expect(asked.length).toBeLessThan(5);
  });

  it('serves its last good copy when Next is too slow', async () => {
    const { site, ask } = createSite();
    site.set(PATH, () => html('good'));
    const pages = await open(ask, { patience: 30 });
    await pages.obtain(PATH);
    site.set(PATH, () => new Promise(() => undefined));
    void pages.touch(['incidents']);
    expect(await textOf(pages, PATH)).toContain('good');
  });

  it.each([
    ['restricted or gone', () => status(404)],
    ['moved', () => status(308)],
    ['personal', () => ({ ...html('me'), headers: { 'content-type': 'text/html' } })],
  ])('leaves memory and disk when it is %s', async (_, answer) => {
    const { site, ask } = createSite();
    site.set(PATH, () => html('was public'));
    const pages = await open(ask);
    await pages.obtain(PATH);
    site.set(PATH, answer);
    await pages.touch(['incidents']);
    expect(pages.current(PATH)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
    expect(await pages.obtain(PATH)).toHaveProperty('answer');
  });

  it('is asked for again when the change came while Next was rendering', async () => {
    const { site, ask } = createSite();
    let version = 'old';
    site.set(PATH, async () => {
      const seen = version;
      await new Promise((done) => setTimeout(done, 30));
      return html(seen);
    });
    const pages = await open(ask);
    const first = pages.obtain(PATH);
    await new Promise((done) => setTimeout(done, 5));
    version = 'new';
    await pages.touch(['incidents']);
    await first;
    expect(await textOf(pages, PATH)).toContain('new');
  });

  it('is renewed when next read if it was not among the most read', async () => {
    const { site, asked, ask } = createSite();
    const paths = Array.from({ length: 120 }, (_, index) => `/fr/help/members/a-${index}`);
    for (const path of paths) site.set(path, () => html('old'));
    const pages = await open(ask);
    for (const path of paths) await pages.obtain(path);
    for (let reader = 0; reader < 9; reader += 1) await pages.obtain('/fr/help/members/a-119');
    for (const path of paths) site.set(path, () => html('new'));
    asked.length = 0;
    await pages.touch(['content:fr:articles:x']);
    expect(asked).toHaveLength(50);
    expect(asked[0]).toBe('/fr/help/members/a-119');
    for (const path of paths) expect(await textOf(pages, path)).toContain('new');
  });
});
