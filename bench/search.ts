import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { closeDatabase, database } from '@/db/client';
import { startEmbedded } from '@/db/embedded/supervisor';
import { migrateDatabase } from '@/db/migrate';
import { sequentialScans } from '@/db/search/measure';
import { LOCALES } from '@/domain/people/locale';
import { ENGINE_VERSION } from '@/domain/search/documents';
import { buildContent } from '@/server/kernel/content/builder';
import { rebuildIndex } from '@/server/search/rebuild';
import { type BenchApp, startApp, temporaryFolder } from './app';
import { askVerbs, SECRET, sessionsOf } from './desk/ask';
import { askIndex } from './relevance/ask';
import { outOfScope, scoreAll } from './relevance/score';
import { seeded, VARIANTS } from './relevance/variants';
import { atLeast, atMost, type Row } from './report';
import { type Accounts, fillIndex } from './search/fill';
import { vocabularyOf } from './search/words';

const ARTICLES = 10_000;
const REQUESTS = 250_000;
/** Searches of each kind at each concurrency, after as many to warm up as the part says. */
const SEARCHES = 600;
const WARM_UP = 0.5;
/** Postgres tells at the latest after ten seconds what it counted: what the start did is not the searches'. */
const COUNTED_AFTER_MS = 12_000;
/** Tells what a kept folder holds. */
const FILLED = 'filled.json';
const FILLING = `index of ${ARTICLES} articles and ${REQUESTS} requests written in`;

type Verb = 'suggest' | 'find';
type Reader = { name: string; cookie: (at: number) => string };

const percentage = (share: number): number => Math.round(share * 1000) / 10;

/** Relevance of the shipped content: both halves, so that one sees when the tuned one runs ahead. */
const relevanceRows = async (folder: string): Promise<Row[]> => {
  const { url, stop } = await startEmbedded({ dataDir: `${folder}/relevance` });
  process.env.DATABASE_URL = url;
  process.env.GUICHET_DATA_DIR = `${folder}/relevance`;
  try {
    await migrateDatabase(url);
    await buildContent();
    await rebuildIndex();
    const ask = askIndex(database());
    const rows: Row[] = [];
    let lost = { accents: 0, typos: 0 };
    for (const locale of LOCALES) {
      const tuned = await scoreAll(ask, locale, 'tuning');
      const scored = await scoreAll(ask, locale, 'scoring');
      for (const variant of VARIANTS)
        rows.push(
          { metric: `${locale}, ${variant}, scoring half, R@5`, value: percentage(scored[variant].recall), unit: '%' },
          { metric: `${locale}, ${variant}, scoring half, MRR`, value: scored[variant].rank, unit: 'score' },
        );
      rows.push(
        atLeast(`${locale}, R@5 of the scoring half`, scored.asWritten.recall, 'share', 0.8),
        atLeast(`${locale}, MRR of the scoring half`, scored.asWritten.rank, 'score', 0.63),
        { metric: `${locale}, R@5 of the tuning half`, value: tuned.asWritten.recall, unit: 'share' },
        { metric: `${locale}, MRR of the tuning half`, value: tuned.asWritten.rank, unit: 'score' },
      );
      lost = {
        accents: lost.accents + (scored.asWritten.recall - scored.withoutAccents.recall) / LOCALES.length,
        typos: lost.typos + (scored.asWritten.recall - scored.oneTypo.recall) / LOCALES.length,
      };
      const noise = await Promise.all(outOfScope(locale).map((question) => ask(question, locale)));
      const shown = noise.reduce((sum, found) => sum + found.length, 0) / noise.length;
      rows.push(atMost(`${locale}, hits shown for a question out of scope, mean`, shown, 'hits', 0.5));
    }
    return [
      ...rows,
      atMost('R@5 lost without accents', percentage(lost.accents), 'points', 3),
      atMost('R@5 lost by one typo', percentage(lost.typos), 'points', 3),
    ];
  } finally {
    await closeDatabase();
    await stop();
  }
};

const queries = async (verb: Verb): Promise<(at: number) => string> => {
  const vocabulary = await vocabularyOf('fr', 13);
  const random = seeded(14);
  const word = (): string => {
    const kind = random();
    if (kind < 0.3) return vocabulary.at(60 + Math.floor(random() * 400));
    if (kind < 0.85) return vocabulary.at(400 + Math.floor(random() * 12_000));
    const right = vocabulary.at(400 + Math.floor(random() * 4_000));
    return right.length > 5 ? right.slice(0, 3) + right.slice(4) : right;
  };
  const made = Array.from({ length: 400 }, () => {
    const words = Array.from({ length: 1 + Math.floor(random() * 5) }, word).join(' ');
    return verb === 'find' ? words : words.slice(0, Math.max(2, words.length - Math.floor(random() * 4)));
  });
  return (at) => made[at % made.length] ?? '';
};

const searchOnce = async (app: BenchApp, verb: Verb, query: string, reader: Reader, at: number): Promise<number> => {
  const since = performance.now();
  const text = await askVerbs(app, reader.cookie(at), at, [{ verb: `search.${verb}`, input: { query, locale: 'fr' } }]);
  const took = performance.now() - since;
  if (!text.includes('"available":true')) throw new Error(`search.${verb}: ${text}`);
  return took;
};

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

let asked = 0;

const measure = async (app: BenchApp, verb: Verb, reader: Reader, concurrency: number): Promise<Row[]> => {
  const queryAt = await queries(verb);
  const waits: number[] = [];
  const warmUp = Math.round(SEARCHES * WARM_UP);
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < SEARCHES + warmUp) {
      const at = next;
      next += 1;
      asked += 1;
      const took = await searchOnce(app, verb, queryAt(at), reader, asked);
      if (at >= warmUp) waits.push(took);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  const sorted = waits.sort((a, b) => a - b);
  const label = `${verb}, ${reader.name}, ${concurrency} at once`;
  return [
    { metric: `${label}, median`, value: quantile(sorted, 0.5), unit: 'ms' },
    atMost(`${label}, 95 of 100`, quantile(sorted, 0.95), 'ms', concurrency === 1 ? 25 : 100),
  ];
};

const sessions = async (ids: readonly string[]): Promise<(at: number) => string> => {
  const cookies = await sessionsOf(ids);
  return (at) => cookies[at % cookies.length] ?? '';
};

const memoryOf = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
  return Number.isNaN(peak) ? undefined : Math.round(peak);
};

type Filled = { engine: number; articles: number; requests: number; accounts: Accounts };

/** What was filled in a folder that is kept, unless it was broken off or made another way. */
const filledBefore = async (dataDir: string): Promise<Accounts | null> => {
  const told = await readFile(`${dataDir}/${FILLED}`, 'utf8').catch(() => null);
  const filled = told === null ? null : (JSON.parse(told) as Filled);
  const same = filled?.engine === ENGINE_VERSION && filled.articles === ARTICLES && filled.requests === REQUESTS;
  return same ? filled.accounts : null;
};

const fill = async (dataDir: string): Promise<Accounts> => {
  const accounts = await fillIndex(ARTICLES, REQUESTS);
  const filled: Filled = { engine: ENGINE_VERSION, articles: ARTICLES, requests: REQUESTS, accounts };
  await writeFile(`${dataDir}/${FILLED}`, JSON.stringify(filled));
  return accounts;
};

const speedRows = async (dataDir: string): Promise<Row[]> => {
  const before = await filledBefore(dataDir);
  if (!before) await rm(dataDir, { recursive: true, force: true });
  await mkdir(`${dataDir}/no-content`, { recursive: true });
  const { url, stop } = await startEmbedded({ dataDir });
  process.env.DATABASE_URL = url;
  try {
    await migrateDatabase(url);
    const began = performance.now();
    const accounts = before ?? (await fill(dataDir));
    const minutes = (performance.now() - began) / 60_000;
    const app = await startApp(`${dataDir}/app`, {
      DATABASE_URL: url,
      CONTENT_DIR: `${dataDir}/no-content`,
      // It would bring the index in step with the folder: take ten thousand articles out while they are searched.
      GUICHET_WORKER: 'off',
      AUTH_SECRET: SECRET,
      INBOUND_SECRET: SECRET,
    });
    try {
      await pause(COUNTED_AFTER_MS);
      const scans = await sequentialScans(database());
      const readers: Reader[] = [
        { name: 'visitor', cookie: () => '' },
        { name: 'customer', cookie: await sessions(accounts.customers) },
        { name: 'agent', cookie: await sessions(accounts.agents) },
      ];
      const rows: Row[] = [];
      for (const verb of ['suggest', 'find'] as const)
        for (const reader of readers)
          for (const concurrency of [1, 10]) rows.push(...(await measure(app, verb, reader, concurrency)));
      const after = await sequentialScans(database());
      const memory = await memoryOf(app.pid);
      return [
        ...(before ? [] : [atMost(FILLING, minutes, 'min', 10)]),
        ...rows,
        atMost('index read from end to end', after.index - scans.index, 'times', 0),
        // For information: jobs by the clock, which run beside, read requests too.
        { metric: 'requests read from end to end', value: after.requests - scans.requests, unit: 'times' },
        ...(memory ? [atMost('app under searches, resident memory', memory, 'MB', 700)] : []),
      ];
    } finally {
      await app.stop();
    }
  } finally {
    await closeDatabase();
    await stop();
  }
};

/**
 * Whether the search finds, by questions in the words of customers, and how fast it does: at the HTTP door of the built
 * app, over 10,000 articles and 250,000 requests made up from a seed, in the words of our own content by how often words
 * are used. `GUICHET_BENCH_FOLDER` names a folder that is kept: what was made up there is not made up again, as long as
 * the index is made the same way.
 */
export const run = async (): Promise<readonly Row[]> => {
  const kept = process.env.GUICHET_BENCH_FOLDER;
  const { folder, remove } = kept ? { folder: kept, remove: async () => undefined } : await temporaryFolder();
  try {
    return [...(await relevanceRows(folder)), ...(await speedRows(`${folder}/speed`))];
  } finally {
    await remove();
  }
};
