import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from './admission';
import type { AskNext } from './ask-next';
import { openPageFiles } from './page-files';
import { createPageMemory, type Page } from './page-memory';
import { createPages, type Outcome, type Pages } from './pages';
import { plainOf } from './representations';

type Site = Map<string, () => Answer | Promise<Answer>>;

const html = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-prerender': '1' },
  body: Buffer.from(`<!DOCTYPE html><html><head></head><body>${body}</body></html>`),
});

const status = (code: number): Answer => ({ ...html('<p>no</p>'), status: code });

const createSite = () => {
  const site: Site = new Map();
  const asked: string[] = [];
  const ask: AskNext = {
    async anonymously(path) {
      asked.push(path);
      const answer = site.get(path)?.() ?? status(404);
      return { headers: { host: 'localhost' }, answer: await answer };
    },
    as: () => Promise.reject(new Error('not asked here')),
    stream: () => Promise.reject(new Error('not asked here')),
  };
  return { site, asked, ask };
};

const PATH = '/fr/status';
const ARTICLE = '/fr/help/adherents/importer';
const BANNER = '/fr/fragments/banner';
const PLACE = '<div data-include="banner"></div>';

let folder: string;
let clock: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-pages-'));
  clock = 1_000_000;
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const open = async (ask: AskNext, { bootId = 'boot', buildId = 'build', limit = 1_000_000, patience = 200 } = {}) =>
  createPages({
    ask,
    memory: createPageMemory(limit),
    files: await openPageFiles(folder, { onError: () => undefined }),
    buildId,
    bootId,
    ownScripts: new Map(),
    now: () => clock,
    onError: () => undefined,
    patience,
  });

const pageOf = (outcome: Outcome): Page => {
  if (!('page' in outcome)) throw new Error(`no page but ${JSON.stringify(outcome)}`);
  return outcome.page;
};

const textOf = async (pages: Pages, path: string): Promise<string> => {
  const page = pageOf(await pages.obtain(path));
  if (!pages.isReady(page, 'br')) await pages.makeReady(page, 'br');
  return (await plainOf(page.served)).toString();
};

describe('asking', () => {
  it('asks once for many readers of one missing page', async () => {
    const { site, asked, ask } = createSite();
    site.set(PATH, async () => {
      await new Promise((done) => setTimeout(done, 20));
      return html('one');
    });
    const pages = await open(ask);
    await Promise.all(Array.from({ length: 50 }, () => pages.obtain(PATH)));
    await pages.obtain(PATH);
    expect(asked).toEqual([PATH]);
  });

  it('hands over what is not for keeping, and keeps none of it', async () => {
    const { site, ask } = createSite();
    site.set(PATH, () => ({ ...html('personal'), headers: { ...html('').headers, 'set-cookie': 'a=b' } }));
    const pages = await open(ask);
    expect(await pages.obtain(PATH)).toHaveProperty('answer.status', 200);
    expect(pages.current(PATH)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('renews a page behind the reader when its last answer is old', async () => {
    const { site, asked, ask } = createSite();
    site.set(PATH, () => html('x'));
    const pages = await open(ask);
    await pages.obtain(PATH);
    clock += 3_600_000;
    expect(pageOf(await pages.obtain(PATH)).path).toBe(PATH);
    expect(asked).toHaveLength(2);
  });

  it('serves what only grew old as it is, and articles for hours before it asks again', async () => {
    const { site, asked, ask } = createSite();
    for (const path of [PATH, ARTICLE]) site.set(path, () => html('x'));
    const pages = await open(ask);
    for (const path of [PATH, ARTICLE]) await pages.obtain(path);
    clock += 3_600_000;
    for (const path of [PATH, ARTICLE]) expect(pages.current(path)).toBeDefined();
    expect(asked).toEqual([PATH, ARTICLE, PATH]);
  });
});

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
      clock += 3_600_000;
      expect(await textOf(pages, PATH)).toContain('good');
    }
    site.set(PATH, () => html('better'));
    clock += 10_000;
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

describe('the folder', () => {
  it('serves a page after a restart while Next cannot, and asks first when it can', async () => {
    const { site, asked, ask } = createSite();
    site.set(PATH, () => html('yesterday'));
    await (await open(ask)).obtain(PATH);
    site.set(PATH, () => status(500));
    const down = await open(ask, { bootId: 'second', buildId: 'newer' });
    expect(await textOf(down, PATH)).toContain('yesterday');
    site.set(PATH, () => html('today'));
    const up = await open(ask, { bootId: 'third' });
    expect(await textOf(up, PATH)).toContain('today');
    expect(asked).toHaveLength(3);
  });

  it('brings back what memory had no room for without asking Next', async () => {
    const { site, asked, ask } = createSite();
    const paths = Array.from({ length: 20 }, (_, index) => `/fr/help/members/a-${index}`);
    for (const path of paths) site.set(path, () => html(path));
    const pages = await open(ask, { limit: 10_000 });
    for (const path of paths) await pages.obtain(path);
    for (const path of paths) expect(await textOf(pages, path)).toContain(path);
    expect(asked).toHaveLength(20);
  });

  it('is not believed when a file is torn or of another path', async () => {
    const { site, asked, ask } = createSite();
    site.set(PATH, () => html('good'));
    await (await open(ask)).obtain(PATH);
    const [name = ''] = await readdir(folder);
    const content = await readFile(join(folder, name));
    for (const bad of [content.subarray(0, -3), Buffer.from('{}'), Buffer.from(''), Buffer.from('{"path":"/x"}\n')]) {
      await writeFile(join(folder, name), bad);
      await (await open(ask)).obtain(PATH);
    }
    expect(asked).toHaveLength(5);
  });

  it('costs no answer when it cannot be written to', async () => {
    const { site, ask } = createSite();
    site.set(PATH, () => html('x'));
    await writeFile(join(folder, 'file'), '');
    const errors: unknown[] = [];
    const pages = createPages({
      ask,
      memory: createPageMemory(1_000_000),
      files: await openPageFiles(join(folder, 'file'), { onError: (error) => errors.push(error) }),
      buildId: 'b',
      bootId: 'b',
      ownScripts: new Map(),
      now: () => clock,
      onError: () => undefined,
    });
    expect(await textOf(pages, PATH)).toContain('x');
    expect(errors.length).toBeGreaterThan(0);
  });
});

describe('a fragment', () => {
  const banner = (text: string) => () => html(`<div data-fragment="">${text}</div>`);

  it('is filled in, changes with its tag and leaves the page alone', async () => {
    const { site, asked, ask } = createSite();
    site.set('/fr/faq', () => html(`${PLACE}<p>faq</p>`));
    site.set(BANNER, banner(''));
    const pages = await open(ask);
    expect(await textOf(pages, '/fr/faq')).toContain('<!--include:banner--></div><p>faq</p>');
    const before = pageOf(await pages.obtain('/fr/faq')).served.hash;
    site.set(BANNER, banner('<p>down & $& out</p>'));
    await pages.touch(['incidents']);
    expect(await textOf(pages, '/fr/faq')).toContain('data-filled=""><p>down &amp; $&amp; out</p></div><p>faq</p>');
    expect(pageOf(await pages.obtain('/fr/faq')).served.hash).not.toBe(before);
    site.set(BANNER, banner(''));
    await pages.touch(['incidents']);
    expect(await textOf(pages, '/fr/faq')).not.toContain('down');
    expect(asked.filter((path) => path === '/fr/faq')).toHaveLength(1);
  });

  it('that cannot be had leaves its place empty and is not asked for by every reader', async () => {
    const { site, asked, ask } = createSite();
    site.set('/fr/faq', () => html(`${PLACE}<p>faq</p>`));
    site.set(BANNER, () => status(500));
    const pages = await open(ask);
    for (let reader = 0; reader < 5; reader += 1) expect(await textOf(pages, '/fr/faq')).toContain('<p>faq</p>');
    expect(asked.filter((path) => path === BANNER)).toHaveLength(1);
    site.set(BANNER, banner('<p>back</p>'));
    await pages.touch(['incidents']);
    expect(await textOf(pages, '/fr/faq')).toContain('back');
  });

  it('always goes out whole: bytes, tag and version of one state, whatever changes meanwhile', async () => {
    const { site, ask } = createSite();
    let round = 0;
    site.set('/fr/faq', () => html(`${PLACE}<p>faq</p>`));
    site.set(BANNER, () => banner(`<p>state ${round}</p>`)());
    const pages = await open(ask);
    for (round = 1; round < 30; round += 1) {
      const touching = pages.touch(['incidents']);
      const texts = await Promise.all([textOf(pages, '/fr/faq'), textOf(pages, '/fr/faq')]);
      for (const text of texts) expect(text).toMatch(/<p>state \d+<\/p><\/div><p>faq<\/p><\/body><\/html>$/);
      await touching;
      expect(await textOf(pages, '/fr/faq')).toContain(`state ${round}<`);
    }
  });
});
