import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskNext } from './ask-next';
import { openPageFiles } from './page-files';
import { createPageMemory, type PageMemory } from './page-memory';
import { createPages, type Pages } from './pages';
import { createReadyAnswers, type HeldEncoding, type ReadyAnswers } from './ready-answers';
import { createSecurityHeaders } from './security-headers';

const LIST = '/fr/help/members';
const BANNER = '/fr/fragments/banner';
const MINUTE = 60_000;

let folder: string;
let clock: number;
let site: Map<string, string>;
let asked: string[];
let memory: PageMemory;
let pages: Pages;
let answers: ReadyAnswers;

const ask: AskNext = {
  async anonymously(path) {
    asked.push(path);
    const body = site.get(path);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-prerender': '1' };
    const html = Buffer.from(`<!DOCTYPE html><html><head></head><body>${body ?? ''}</body></html>`);
    return { headers: { host: 'a' }, answer: { status: body === undefined ? 404 : 200, headers, body: html } };
  },
  as: () => Promise.reject(new Error('not asked here')),
  stream: () => Promise.reject(new Error('not asked here')),
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-ready-'));
  clock = Date.UTC(2026, 10, 22, 10, 0, 0);
  asked = [];
  site = new Map([
    ['/fr/faq', '<div data-include="banner"></div>faq'],
    [LIST, '<main data-more="">for all</main>'],
    [BANNER, '<div data-fragment=""></div>'],
    ['/fr/not-found', 'lost?'],
  ]);
  memory = createPageMemory(1_000_000);
  const files = await openPageFiles(folder, { onError: () => undefined });
  const origin = { buildId: 'b', bootId: 'b', ownFiles: new Map() };
  pages = createPages({ ask, memory, files, ...origin, now: () => clock, onError: () => undefined });
  const security = createSecurityHeaders({ secure: true, dev: false });
  answers = createReadyAnswers({ memory, pages, security, keepAlive: 5_000, now: () => clock });
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** As the long way does it for the first reader. */
const open = async (path: string, encoding: HeldEncoding = 'gzip'): Promise<void> => {
  const outcome = await pages.obtain(path);
  if ('page' in outcome) await pages.makeReady(outcome.page, encoding);
};

const find = (path: string, encoding: HeldEncoding = 'gzip', hasSession = false) =>
  answers.find(path, encoding, hasSession);

const bodyOf = (bytes: Buffer | undefined): string =>
  bytes ? gunzipSync(bytes.subarray(bytes.indexOf('\r\n\r\n') + 4)).toString() : 'nothing';

const dateOf = (bytes: Buffer | undefined): string | undefined => /^Date: (.*)$/m.exec(String(bytes))?.[1]?.trim();

describe('an answer that is ready', () => {
  it('is whole: status, head, body of the length that it says', async () => {
    await open('/fr/faq');
    const [head = '', ...rest] = String(find('/fr/faq')?.toString('latin1')).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\nDate: Sun, 22 Nov 2026 10:00:00 GMT\r\n/);
    expect(head).toContain('\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n');
    expect(head).toContain('\r\ncontent-encoding: gzip\r\n');
    expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBe(rest.join('\r\n\r\n').length);
    expect(bodyOf(find('/fr/faq'))).toContain('faq</body>');
  });

  it('has the date of its second', async () => {
    await open('/fr/faq');
    expect(dateOf(find('/fr/faq'))).toBe('Sun, 22 Nov 2026 10:00:00 GMT');
    clock += 999;
    expect(dateOf(find('/fr/faq'))).toBe('Sun, 22 Nov 2026 10:00:00 GMT');
    clock += 1;
    expect(dateOf(find('/fr/faq'))).toBe('Sun, 22 Nov 2026 10:00:01 GMT');
  });

  it('is one buffer, made once and counted once', async () => {
    await open('/fr/faq');
    const before = memory.bytes();
    const bytes = find('/fr/faq');
    expect(find('/fr/faq')).toBe(bytes);
    expect(memory.bytes()).toBe(before);
    expect(memory.kept('/fr/faq')?.page.served.gzip?.buffer).toBe(bytes?.buffer);
  });

  it('is made with the body that it sends, before anybody asks twice', async () => {
    const outcome = await pages.obtain('/fr/faq');
    if (!('page' in outcome)) throw new Error('no page');
    await answers.makeReady(outcome.page, 'gzip');
    const body = outcome.page.served.gzip;
    expect(find('/fr/faq')?.buffer).toBe(body?.buffer);
    expect(outcome.page.served.gzip).toBe(body);
    await answers.makeReady(outcome.page, 'identity');
    expect(outcome.page.served.gzip).toBe(body);
  });

  it('is left as it is when it is still on its way', async () => {
    await open('/fr/faq');
    const bytes = find('/fr/faq');
    answers.leave('/fr/faq');
    clock += MINUTE;
    const other = find('/fr/faq');
    expect(other).not.toBe(bytes);
    expect(dateOf(bytes)).toBe('Sun, 22 Nov 2026 10:00:00 GMT');
    expect(dateOf(other)).toBe('Sun, 22 Nov 2026 10:01:00 GMT');
    expect(bodyOf(other)).toBe(bodyOf(bytes));
  });

  it('is there in each encoding that was made, and counts as taken', async () => {
    await open('/fr/faq', 'br');
    expect(find('/fr/faq', 'gzip')).toBeUndefined();
    expect(String(find('/fr/faq', 'br'))).toContain('content-encoding: br');
    await open('/fr/faq', 'gzip');
    expect(String(find('/fr/faq', 'gzip'))).toContain('content-encoding: gzip');
    expect(String(find('/fr/faq', 'br'))).toContain('content-encoding: br');
  });
});

describe('nothing is ready', () => {
  it('of what nobody has asked for, and of what is sent with another status', async () => {
    expect(find('/fr/faq')).toBeUndefined();
    await open('/fr/not-found');
    expect(find('/fr/not-found')).toBeUndefined();
  });

  it('for a reader with a session, of a page that holds more for some', async () => {
    await open(LIST);
    await open('/fr/faq');
    for (let round = 0; round < 2; round += 1) {
      expect(find(LIST, 'gzip', true)).toBeUndefined();
      expect(bodyOf(find(LIST))).toContain('for all');
      expect(bodyOf(find('/fr/faq', 'gzip', true))).toContain('faq');
    }
  });

  it('of a page that was touched, until it is made again', async () => {
    await open(LIST);
    expect(find(LIST)).toBeDefined();
    site.delete(LIST);
    const touching = pages.touch(['content']);
    expect(find(LIST)).toBeUndefined();
    await touching;
    expect(find(LIST)).toBeUndefined();
    site.set(LIST, 'again');
    await open(LIST);
    expect(bodyOf(find(LIST))).toContain('again');
  });

  it('of a page whose banner has changed, until it is filled', async () => {
    await open('/fr/faq');
    expect(bodyOf(find('/fr/faq'))).not.toContain('down');
    site.set(BANNER, '<div data-fragment=""><p>down</p></div>');
    await pages.touch(['incidents']);
    expect(find('/fr/faq')).toBeUndefined();
    await open('/fr/faq');
    expect(bodyOf(find('/fr/faq'))).toContain('down');
    site.set(BANNER, '<div data-fragment=""></div>');
    await pages.touch(['incidents']);
    expect(find('/fr/faq')).toBeUndefined();
    await open('/fr/faq');
    expect(bodyOf(find('/fr/faq'))).not.toContain('down');
  });

  it('of what memory has dropped', async () => {
    await open('/fr/faq');
    expect(find('/fr/faq')).toBeDefined();
    memory.remove('/fr/faq');
    expect(find('/fr/faq')).toBeUndefined();
  });
});

it('goes out while it is old, and is renewed behind its readers', async () => {
  await open('/fr/faq');
  expect(find('/fr/faq')).toBeDefined();
  site.set('/fr/faq', 'newer');
  clock += 11 * MINUTE;
  asked.length = 0;
  expect(bodyOf(find('/fr/faq'))).toContain('faq');
  expect(asked).toEqual(['/fr/faq']);
});
