import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Answer } from './admission';
import type { AskNext } from './ask-next';
import { openPageFiles } from './page-files';
import { createPageMemory, type Page } from './page-memory';
import { createPages, type Outcome, type Pages } from './pages';
import { plainOf } from './representations';

type Site = Map<string, () => Answer | Promise<Answer>>;

export const html = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-prerender': '1' },
  body: Buffer.from(`<!DOCTYPE html><html><head></head><body>${body}</body></html>`),
});

export const status = (code: number): Answer => ({ ...html('<p>no</p>'), status: code });

export const createSite = () => {
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

export const PATH = '/fr/status';
export const ARTICLE = '/fr/help/adherents/importer';
export const BANNER = '/fr/fragments/banner';
export const PLACE = '<div data-include="banner"></div>';

export let folder: string;
export const clock = { now: 0 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-pages-'));
  clock.now = 1_000_000;
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

export const open = async (
  ask: AskNext,
  { bootId = 'boot', buildId = 'build', limit = 1_000_000, patience = 200 } = {},
) =>
  createPages({
    ask,
    memory: createPageMemory(limit),
    files: await openPageFiles(folder, { onError: () => undefined }),
    buildId,
    bootId,
    ownFiles: new Map(),
    now: () => clock.now,
    onError: () => undefined,
    patience,
  });

export const pageOf = (outcome: Outcome): Page => {
  if (!('page' in outcome)) throw new Error(`no page but ${JSON.stringify(outcome)}`);
  return outcome.page;
};

export const textOf = async (pages: Pages, path: string): Promise<string> => {
  const page = pageOf(await pages.obtain(path));
  if (!pages.isReady(page, 'br')) await pages.makeReady(page, 'br');
  return (await plainOf(page.served)).toString();
};
