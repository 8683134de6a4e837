import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startApp } from './app';
import { addressOf, writeCorpus } from './corpus/write';
import { loadProgram, median, randomRequestsPerSecond } from './load';
import { memoryOf } from './memory';
import { atLeast, atMost, type Row } from './report';
import { startBareNodeOver, startNginxOver } from './rivals';
import { fetchEncoded } from './weight';

/** As many articles as the figures are promised for; fewer for a quick look. */
const ARTICLES = Number(process.env.GUICHET_BENCH_ARTICLES ?? 10_000);
const AT_A_TIME = 4;
const ROUNDS = 5;
const SECONDS = 3;
const US = 'guichet';

/** Reads every page once, so that each is stored, and keeps what was sent: the rivals serve the same bytes. */
const readAll = async (origin: string, paths: readonly string[]): Promise<Map<string, Buffer>> => {
  const bodies = new Map<string, Buffer>();
  const queue = [...paths];
  const reader = async (): Promise<void> => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const { status, body } = await fetchEncoded(`${origin}${path}`);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      bodies.set(path, body);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, reader));
  return bodies;
};

/**
 * Articles visited at random, each as often as the next: requests per second of ours, of nginx with one worker and of bare
 * Node, over the same pages with the same bytes, in rounds that take turns.
 */
export const randomVisits = async (folder: string): Promise<Row[]> => {
  const corpus = await writeCorpus(join(folder, 'corpus'), { articles: ARTICLES });
  const app = await startApp(join(folder, 'corpus-data'), { CONTENT_DIR: corpus.folder });
  try {
    const paths = corpus.articles.map(addressOf);
    const began = performance.now();
    const bodies = await readAll(app.origin, paths);
    const took = (performance.now() - began) / 1000;
    const list = join(folder, 'paths.txt');
    await writeFile(list, `${paths.join('\n')}\n`);
    const pages = new Map([...bodies].map(([path, body]) => [path, { packed: body, plain: gunzipSync(body) }]));
    const rivals = [await startNginxOver(folder, pages), await startBareNodeOver(folder, pages)].filter(
      (rival) => rival !== undefined,
    );
    try {
      const origins = new Map([
        [US, `http://127.0.0.1:${new URL(app.origin).port}`],
        ...rivals.map(({ name, url }) => [name, url] as const),
      ]);
      const rates = new Map<string, number[]>();
      for (const origin of origins.values()) await randomRequestsPerSecond(origin, list, 1);
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [name, origin] of origins) {
          rates.set(name, [...(rates.get(name) ?? []), await randomRequestsPerSecond(origin, list, SECONDS)]);
        }
      }
      const against = (other: string): number =>
        median((rates.get(US) ?? []).map((rate, round) => rate / (rates.get(other)?.[round] ?? Number.NaN)));
      const memory = await memoryOf(app.pid);
      return [
        { metric: `${ARTICLES} articles, first visits one after the other`, value: ARTICLES / took, unit: 'pages/s' },
        ...[...rates].map(([name, values]) => ({
          metric: `${ARTICLES} articles at random, ${name} (${loadProgram})`,
          value: Math.round(median(values)),
          unit: 'requests/s',
        })),
        ...(rates.has('nginx') ? [atLeast('at random, guichet against nginx', against('nginx'), 'ratio', 0.3)] : []),
        { metric: 'at random, guichet against bare node:http', value: against('bare node:http'), unit: 'ratio' },
        ...(memory ? [atMost('app after all of it, highest memory', Math.round(memory.peak), 'MB', 700)] : []),
      ];
    } finally {
      for (const rival of rivals) await rival.stop();
    }
  } finally {
    await app.stop();
  }
};
