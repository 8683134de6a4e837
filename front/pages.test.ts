import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPageFiles } from './page-files';
import { createPageMemory } from './page-memory';
import { createPages } from './pages';
import {
  ARTICLE,
  BANNER,
  clock,
  createSite,
  folder,
  html,
  open,
  PATH,
  PLACE,
  pageOf,
  status,
  textOf,
} from './pages-testing';

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
    clock.now += 3_600_000;
    expect(pageOf(await pages.obtain(PATH)).path).toBe(PATH);
    expect(asked).toHaveLength(2);
  });

  it('serves what only grew old as it is, and articles for hours before it asks again', async () => {
    const { site, asked, ask } = createSite();
    for (const path of [PATH, ARTICLE]) site.set(path, () => html('x'));
    const pages = await open(ask);
    for (const path of [PATH, ARTICLE]) await pages.obtain(path);
    clock.now += 3_600_000;
    for (const path of [PATH, ARTICLE]) expect(pages.current(path)).toBeDefined();
    expect(asked).toEqual([PATH, ARTICLE, PATH]);
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
      ownFiles: new Map(),
      now: () => clock.now,
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
