import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { type BenchApp, startApp, temporaryFolder } from './app';
import { median } from './load';
import { atLeast, atMost, type Row } from './report';
import { startStarlight } from './starlight';
import { benchTools, runTool, type Tools } from './tools';

/** The same article on both sides: steps, a table, pictures and notices. */
const ARTICLE = 'content/fr/articles/adherents/corriger-les-erreurs-d-import.mdx';
const OURS = '/fr/help/adherents/corriger-les-erreurs-d-import';

const KINDS: readonly (readonly [kind: string, path: string])[] = [
  ['home', '/fr'],
  ['collection', '/fr/help/adherents'],
  ['article', OURS],
  ['FAQ', '/fr/faq'],
  ['news', '/fr/news'],
  ['search', '/fr/search?q=import'],
];

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Of so many looks at a page the best of each figure counts: a busy moment of the machine makes a page no worse. */
const LOOKS = 3;
/** So many looks may be lost to a browser that could not follow the page's loading; Lighthouse then asks to look again. */
const LOST = 3;
/** So many looks at each of both articles are compared. */
const TURNS = 7;

type Report = {
  categories: Readonly<Record<string, { score: number | null }>>;
  audits: Readonly<
    Record<string, { numericValue?: number; score: number | null; title: string; scoreDisplayMode: string }>
  >;
};

type Look = {
  scores: Readonly<Record<string, number>>;
  lcp: number;
  tbt: number;
  cls: number;
  failed: readonly string[];
};

const chrome = (): string => {
  const own = process.env.PLAYWRIGHT_CHROMIUM_PATH ?? '/usr/bin/chromium';
  return existsSync(own) ? own : chromium.executablePath();
};

const look = async (tools: Tools, url: string): Promise<Look> => {
  const file = join(tools.folder, 'report.json');
  const flags =
    '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
  const args = [tools.lighthouse, url, '--output=json', `--output-path=${file}`, '--quiet', `--chrome-flags=${flags}`];
  await runTool(tools.node, [...args, `--only-categories=${CATEGORIES.join(',')}`], { env: { CHROME_PATH: chrome() } });
  const { categories, audits } = JSON.parse(await readFile(file, 'utf8')) as Report;
  const figure = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  return {
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])),
    lcp: Math.round(figure('largest-contentful-paint')),
    tbt: Math.round(figure('total-blocking-time')),
    cls: figure('cumulative-layout-shift'),
    failed: Object.values(audits).flatMap(({ score, title, scoreDisplayMode }) =>
      score !== null && score < 0.9 && /^(?:binary|numeric|metricSavings)$/.test(scoreDisplayMode) ? [title] : [],
    ),
  };
};

/** Looks at pages, again where a look was lost; throws when too many were. */
const looker = (tools: Tools): ((url: string) => Promise<Look>) => {
  let lost = 0;
  const again = async (url: string): Promise<Look> => {
    const seen = await look(tools, url).catch((error: unknown) => {
      lost += 1;
      if (lost > LOST) throw error;
      return null;
    });
    return seen ?? again(url);
  };
  return again;
};

const best = async (tools: Tools, url: string): Promise<Look> => {
  const lookAt = looker(tools);
  const looks: Look[] = [];
  while (looks.length < LOOKS) {
    const seen = await lookAt(url);
    looks.push(seen);
    if (CATEGORIES.every((name) => seen.scores[name] === 100) && seen.tbt === 0 && looks.length > 1) break;
  }
  const least = (figure: (seen: Look) => number): number => Math.min(...looks.map(figure));
  const [fewest] = looks.toSorted((a, b) => a.failed.length - b.failed.length);
  return {
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, -least(({ scores }) => -(scores[name] ?? 0))])),
    lcp: least(({ lcp }) => lcp),
    tbt: least(({ tbt }) => tbt),
    cls: least(({ cls }) => cls),
    failed: fewest?.failed ?? [],
  };
};

const rowsOf = (kind: string, seen: Look): Row[] => [
  ...CATEGORIES.map((name) => atLeast(`${kind}, Lighthouse mobile, ${name}`, seen.scores[name] ?? 0, 'points', 100)),
  { metric: `${kind}, LCP`, value: seen.lcp, unit: 'ms' },
  atMost(`${kind}, total blocking time`, seen.tbt, 'ms', 0),
  atMost(`${kind}, layout shift`, seen.cls, 'score', 0),
];

/** The same article on both sides, looked at in turn and as often, so that a slow moment of the machine meets both. */
const against = async (tools: Tools, ours: string, theirs: string): Promise<Row[]> => {
  const lookAt = looker(tools);
  const seen: { us: Look; them: Look }[] = [];
  while (seen.length < TURNS) seen.push({ us: await lookAt(ours), them: await lookAt(theirs) });
  const lcp = (side: 'us' | 'them'): number => median(seen.map((turn) => turn[side].lcp));
  const points = Math.max(...seen.map(({ them }) => them.scores.performance ?? 0));
  return [
    { metric: 'the same article in Starlight, performance', value: points, unit: 'points' },
    atMost('article, LCP against Starlight, median', lcp('us'), 'ms', lcp('them')),
  ];
};

const pages = async (tools: Tools, app: BenchApp): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [kind, path] of KINDS) {
    // The first reader of a page waits for Next; Lighthouse measures what all others get.
    await (await fetch(`${app.origin}${path}`)).text();
    const seen = await best(tools, `${app.origin}${path}`);
    for (const title of seen.failed) console.error(`  Lighthouse, ${kind}: ${title}`);
    rows.push(...rowsOf(kind, seen));
  }
  return rows;
};

/** What a browser on a phone sees of each kind of reading page, and of the same article made with Starlight, in one run. */
export const run = async (): Promise<readonly Row[]> => {
  const tools = await benchTools();
  if (!tools) return [];
  const { folder, remove } = await temporaryFolder();
  const app = await startApp(`${folder}/data`);
  try {
    const rows = await pages(tools, app);
    const rival = await startStarlight(tools, ARTICLE, 'content/media');
    try {
      return [...rows, ...(await against(tools, `${app.origin}${OURS}`, rival.url))];
    } finally {
      await rival.stop();
    }
  } finally {
    await app.stop();
    await remove();
  }
};
