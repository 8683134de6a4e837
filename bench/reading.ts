import { type BenchApp, startApp, temporaryFolder } from './app';
import { loadProgram, median, requestsPerSecond } from './load';
import { memoryOf } from './memory';
import { randomVisits } from './random-visits';
import { atLeast, atMost, type Row } from './report';
import { startBareNode, startNginx } from './rivals';
import { visit, weighPage } from './weight';

const US = 'guichet';
const ROUNDS = 7;
const SECONDS = 2;

const KINDS: readonly [string, string][] = [
  ['home', '/fr'],
  ['help home', '/fr/help'],
  ['FAQ', '/fr/faq'],
  ['news', '/fr/news'],
  ['events', '/fr/events'],
  ['roadmap', '/fr/roadmap'],
  ['status', '/fr/status'],
  ['search', '/fr/search?q=import'],
  ['sign-in', '/fr/sign-in'],
  ['request form', '/fr/requests/new'],
];

/** Pages on which people work: React, with a budget of its own. */
const WORKING = new Set(['request form']);
/** Of one reading page, compressed: its HTML, its scripts with search and feedback, and all that travels on a first visit. */
const MOST_HTML = 20_480;
const MOST_JS = 12_288;
const MOST_IN_ALL = 112_640;
/** The kinds that are looked at in a browser. */
const VISITED = new Set(['article', 'collection', 'home', 'FAQ', 'news', 'search']);

const linksOf = async (origin: string, path: string, pattern: RegExp): Promise<string[]> => {
  const html = await (await fetch(`${origin}${path}`)).text();
  return [...html.matchAll(/href="([^"#?]+)"/g)].flatMap(([, href = '']) => (pattern.test(href) ? [href] : []));
};

/** The longest of the first collection's articles: the heaviest kind of page that is read most. */
const articleOf = async (origin: string): Promise<{ collection: string; article: string }> => {
  const [collection] = await linksOf(origin, '/fr/help', /^\/fr\/help\/[a-z0-9-]+$/);
  if (!collection) throw new Error('The help centre shows no collection');
  const articles = await linksOf(origin, collection, /^\/fr\/help\/[a-z0-9-]+\/[a-z0-9-]+$/);
  const sizes = await Promise.all(
    [...new Set(articles)].map(async (path) => ({ path, ...(await weighPage(origin, path)) })),
  );
  const heaviest = sizes.sort((a, b) => b.html - a.html)[0];
  if (!heaviest) throw new Error(`${collection} shows no article`);
  return { collection, article: heaviest.path };
};

/** Requests per second of each, round by round. */
type Race = { rates: ReadonlyMap<string, readonly number[]> };

const race = async (urls: ReadonlyMap<string, string>): Promise<Race> => {
  const rates = new Map<string, number[]>();
  for (const url of urls.values()) await requestsPerSecond(url, 1);
  // Short rounds of all of them, so that a slow moment of the machine meets each.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, url] of urls) {
      rates.set(name, [...(rates.get(name) ?? []), await requestsPerSecond(url, SECONDS)]);
    }
  }
  return { rates };
};

const rate = ({ rates }: Race, name: string): number => median(rates.get(name) ?? []);

/** How we did against another one: the median of the rounds, each compared within itself. */
const ratio = ({ rates }: Race, other: string): number =>
  median((rates.get(US) ?? []).map((value, round) => value / (rates.get(other)?.[round] ?? Number.NaN)));

const raceRows = async (app: BenchApp, article: string, folder: string): Promise<Row[]> => {
  const html = Buffer.from(await (await fetch(`${app.origin}${article}`)).arrayBuffer());
  const rivals = [await startNginx(folder, html), await startBareNode(folder, html)].filter(
    (rival) => rival !== undefined,
  );
  try {
    const address = `http://127.0.0.1:${new URL(app.origin).port}${article}`;
    const urls = new Map([[US, address], ...rivals.map(({ name, url }) => [name, url] as const)]);
    const result = await race(urls);
    const rows: Row[] = [...urls.keys()].map((name) => ({
      metric: `article, ${name} (${loadProgram})`,
      value: Math.round(rate(result, name)),
      unit: 'requests/s',
    }));
    if (urls.has('nginx')) rows.push(atLeast('article, guichet against nginx', ratio(result, 'nginx'), 'ratio', 0.3));
    const againstNode = ratio(result, 'bare node:http');
    return [...rows, { metric: 'article, guichet against bare node:http', value: againstNode, unit: 'ratio' }];
  } finally {
    for (const rival of rivals) await rival.stop();
  }
};

const weightRows = async (origin: string, kinds: readonly [string, string][]): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [kind, path] of kinds) {
    const { status, html, js } = await weighPage(origin, path);
    if (status !== 200) continue;
    if (WORKING.has(kind)) {
      rows.push({ metric: `${kind}, HTML`, value: html, unit: 'bytes gz' });
      rows.push({ metric: `${kind}, JS`, value: js, unit: 'bytes gz' });
      continue;
    }
    rows.push(atMost(`${kind}, HTML`, html, 'bytes gz', MOST_HTML));
    rows.push(atMost(`${kind}, JS`, js, 'bytes gz', MOST_JS));
  }
  return rows;
};

const measure = async (app: BenchApp, folder: string): Promise<Row[]> => {
  const { collection, article } = await articleOf(app.origin);
  const kinds: readonly [string, string][] = [['article', article], ['collection', collection], ...KINDS];
  const weights = await weightRows(app.origin, kinds);
  const visited: Row[] = [];
  for (const [kind, path] of kinds.filter(([name]) => VISITED.has(name))) {
    const seen = await visit(`${app.origin}${path}`);
    for (const error of seen.errors) console.error(`  in the browser, ${kind}: ${error}`);
    visited.push(
      atMost(`${kind}, all that travels on a first visit`, seen.bytes, 'bytes', MOST_IN_ALL),
      atMost(`${kind}, cumulative layout shift`, seen.shift, 'score', 0),
      atMost(`${kind}, total blocking time`, Math.round(seen.blocked), 'ms', 0),
      atMost(`${kind}, errors in the browser`, seen.errors.length, 'errors', 0),
    );
  }
  const raced = await raceRows(app, article, folder);
  const memory = await memoryOf(app.pid);
  return [
    ...raced,
    ...weights,
    ...visited,
    ...(memory ? [atMost('app under load, resident memory', Math.round(memory.peak), 'MB', 500)] : []),
  ];
};

const onDemo = async (folder: string): Promise<Row[]> => {
  const app = await startApp(`${folder}/data`);
  try {
    return await measure(app, folder);
  } finally {
    await app.stop();
  }
};

/**
 * What a reader costs, us and the network: each kind of page by its weight and in a browser, one article against nginx and
 * bare Node with the same bytes, and 10,000 articles visited at random against the same.
 */
export const run = async (): Promise<readonly Row[]> => {
  const { folder, remove } = await temporaryFolder();
  try {
    return [...(await onDemo(folder)), ...(await randomVisits(folder))];
  } finally {
    await remove();
  }
};
