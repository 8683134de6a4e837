import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile } from 'node:fs/promises';
import { type BenchApp, startApp, temporaryFolder } from './app';
import { drawing } from './corpus/seeded';
import { addressOf, type Corpus, writeCorpus } from './corpus/write';
import { contentMemory, memoryOf } from './memory';
import { atMost, type Row } from './report';
import { fetchEncoded, weighPage } from './weight';

const LARGE = 10_000;
const MIDDLE = 3_000;
const FIRST_READS = 120;
const EDITS = 5;
const EDIT_PATIENCE_MS = 60_000;

const seconds = (since: number): number => Math.round((performance.now() - since) / 10) / 100;

const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** Runs a command of ours with these settings and waits; rejects with what it said when it fails. */
const command = async (script: string, env: Readonly<Record<string, string>>): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} failed:\n${said}`);
};

/** The content build as the app does it, on a folder it has never seen: how long, and what its process took. */
const coldBuild = async (corpus: Corpus, dataDir: string): Promise<{ took: number; memory: number | undefined }> => {
  const memory = contentMemory(dataDir);
  const began = performance.now();
  await command('bench/scale-content.ts', { CONTENT_DIR: corpus.folder, GUICHET_DATA_DIR: dataDir });
  return { took: seconds(began), memory: memory.peak() };
};

const withApp = async <T>(corpus: Corpus, dataDir: string, work: (app: BenchApp) => Promise<T>): Promise<T> => {
  const app = await startApp(dataDir, { CONTENT_DIR: corpus.folder });
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
};

const timed = async (url: string): Promise<number> => {
  const began = performance.now();
  const { status } = await fetchEncoded(url);
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return performance.now() - began;
};

/** Articles nobody has asked for yet, one after the other, and then the same once more. */
const reads = async (app: BenchApp, corpus: Corpus): Promise<Row[]> => {
  const draw = drawing(7);
  // The first page of a kind loads its code, whatever the article.
  for (const article of corpus.articles.slice(0, 3)) await timed(`${app.origin}${addressOf(article)}`);
  const chosen = new Set(Array.from({ length: FIRST_READS }, () => draw.one(corpus.articles.slice(3))));
  const urls = [...chosen].map((article) => `${app.origin}${addressOf(article)}`);
  const first: number[] = [];
  const again: number[] = [];
  for (const url of urls) first.push(await timed(url));
  for (const url of urls) again.push(await timed(url));
  return [
    { metric: 'first render of a never-visited article, median', value: round(quantile(first, 0.5)), unit: 'ms' },
    atMost('first render of a never-visited article, 95 of 100', round(quantile(first, 0.95)), 'ms', 300),
    { metric: 'the same article again, median', value: round(quantile(again, 0.5)), unit: 'ms' },
    { metric: 'the same article again, 95 of 100', value: round(quantile(again, 0.95)), unit: 'ms' },
  ];
};

const LISTS: readonly (readonly [kind: string, path: string])[] = [
  ['help home', '/fr/help'],
  ['collection of 2,000', '/fr/help/collection-1'],
  ['section of 100', '/fr/help/collection-1/sections/section-1'],
  ['sitemap', '/fr/sitemap'],
  ['home', '/fr'],
];

const lists = async (app: BenchApp): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [kind, path] of LISTS) {
    const took = await timed(`${app.origin}${path}`);
    const { html } = await weighPage(app.origin, path);
    rows.push(atMost(`${kind}, HTML`, html, 'bytes gz', 20_480));
    rows.push({ metric: `${kind}, first render`, value: round(took), unit: 'ms' });
  }
  return rows;
};

/** From saving a file until a reader sees the change. */
const edits = async (app: BenchApp, corpus: Corpus): Promise<number[]> => {
  const waits: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const article = corpus.articles[edit * 7];
    if (!article) break;
    const url = `${app.origin}${addressOf(article)}`;
    await timed(url);
    const mark = `Modification numéro ${edit}${Date.now()}`;
    const began = performance.now();
    await appendFile(corpus.fileOf(article), `\n${mark}.\n`);
    while (!(await (await fetch(url)).text()).includes(mark)) {
      if (performance.now() - began > EDIT_PATIENCE_MS) throw new Error(`${url} never showed the edit`);
      await new Promise((done) => setTimeout(done, 50));
    }
    waits.push(seconds(began));
  }
  return waits;
};

/** Articles that `next build` rendered beforehand: none, or the build would grow with them. */
const builtArticles = async (): Promise<number> => {
  const manifest = JSON.parse(await readFile('.next/prerender-manifest.json', 'utf8')) as { routes: object };
  return Object.keys(manifest.routes).filter((route) => /^\/(?:fr|en)\/help\/[^/]+\/[^/]+$/.test(route)).length;
};

const large = async (folder: string): Promise<Row[]> => {
  const corpus = await writeCorpus(`${folder}/large`, { articles: LARGE });
  const dataDir = `${folder}/large-data`;
  const { took, memory } = await coldBuild(corpus, dataDir);
  const rows = [
    atMost(`content build of ${LARGE} articles, cold`, took, 's', 360),
    ...(memory ? [atMost('content build, memory', memory, 'MB', 2048)] : []),
  ];
  // The database is made and filled by the first start, which is measured by `bench:start`.
  await withApp(corpus, dataDir, async () => undefined);
  const [read, started] = await withApp(corpus, dataDir, async (app) => {
    const idle = (await memoryOf(app.pid))?.now;
    const seen = [...(await reads(app, corpus)), ...(await lists(app))];
    const after = await memoryOf(app.pid);
    if (idle) seen.push({ metric: 'server memory after the start', value: Math.round(idle), unit: 'MB' });
    if (after) seen.push(atMost('server memory, highest', Math.round(after.peak), 'MB', 700));
    return [seen, app.startedIn] as const;
  });
  rows.push(atMost(`start at ${LARGE} articles`, Math.round(started / 10) / 100, 's', 10), ...read);
  return [...rows, atMost('articles in the build of the app', await builtArticles(), 'pages', 0)];
};

const middle = async (folder: string): Promise<Row[]> => {
  const corpus = await writeCorpus(`${folder}/middle`, { articles: MIDDLE, seed: 2 });
  const dataDir = `${folder}/middle-data`;
  const waits = await withApp(corpus, dataDir, (app) => edits(app, corpus));
  return [
    { metric: `an edit live at ${MIDDLE} articles, median`, value: quantile(waits, 0.5), unit: 's' },
    atMost(`an edit live at ${MIDDLE} articles, slowest of ${EDITS}`, Math.max(...waits), 's', 5),
  ];
};

/** What many articles cost: content build, start, memory, the first reader of a page, lists, and an edit. */
export const run = async (): Promise<readonly Row[]> => {
  await command('scripts/build.ts', {});
  const { folder, remove } = await temporaryFolder();
  try {
    return [...(await middle(folder)), ...(await large(folder))];
  } finally {
    await remove();
  }
};
