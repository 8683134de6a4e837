import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { closeDatabase, database } from '@/db/client';
import { startEmbedded } from '@/db/embedded/supervisor';
import { migrateDatabase } from '@/db/migrate';
import { actorById } from '@/db/people/queries';
import {
  deskScans,
  type Explained,
  explained,
  fillLargeDesk,
  type LargeDeskSample,
  readThroughDesk,
  sampleLargeDesk,
} from '@/db/tickets/measure';
import { tieLargeDesk } from '@/db/tickets/measure-ties';
import { rebuildIndex } from '@/server/search/rebuild';
import { list as teams } from '@/server/teams/list';
import { around } from '@/server/tickets/around';
import { list } from '@/server/tickets/list';
import { next } from '@/server/tickets/next';
import { queue } from '@/server/tickets/queue';
import { show } from '@/server/tickets/show';
import { views } from '@/server/tickets/views';
import { startApp } from '../app';
import { atMost, type Row } from '../report';
import { vocabularyOf } from '../search/words';
import { SECRET, sessionsOf } from './ask';
import { readingRows } from './reading';
import { LISTS, pick, REQUESTS, untilNothingIsDue } from './work';
import { writingRows } from './writing';

const SIZE = { organisations: 2_000, customers: 20_000, agents: 40, requests: REQUESTS };
/** Postgres tells at the latest after ten seconds what it counted. */
const COUNTED_AFTER_MS = 12_000;
const FILLED = 'filled.json';

const filling = `a desk of ${REQUESTS} requests, first edition`;

const fill = async (dataDir: string): Promise<void> => {
  const vocabulary = await vocabularyOf('fr', 21);
  const texts = (count: number, words: number): string[] =>
    Array.from({ length: count }, () => vocabulary.sentence(words));
  const began = performance.now();
  const tell = (done: string): void => {
    console.log(`    ${done} after ${Math.round((performance.now() - began) / 1000)} s`);
  };
  await fillLargeDesk(database(), { ...SIZE, subjects: texts(20_011, 6), paragraphs: texts(20_021, 28) }, tell);
  await rebuildIndex();
  tell('index');
  await writeFile(`${dataDir}/${FILLED}`, filling);
};

/** Prints how Postgres finds what the lists show, and answers how many of these statements go through all requests. */
const explain = async (url: string, sample: LargeDeskSample): Promise<Explained[]> => {
  const agent = await actorById(database(), pick(sample.agents, 0), new Date());
  const customer = await actorById(database(), pick(sample.customers, 0).id, new Date());
  const manager = await actorById(database(), pick(sample.managers, 0), new Date());
  if (!agent || !customer || !manager) throw new Error('The desk was filled without people');
  const call = (actor: typeof agent) => ({
    ...{ actor, now: new Date(), requestId: randomUUID(), origin: 'bench', locale: 'fr' as const },
  });
  const found = await explained(url, async () => {
    for (const address of LISTS) await queue(call(agent), { address });
    await views(call(agent), {});
    await show(call(agent), { number: sample.middle.number });
    await around(call(agent), { number: sample.middle.number });
    await next(call(agent), {});
    await teams(call(agent), {});
    await list(call(customer), {});
    await list(call(manager), { scope: 'organisation' });
  });
  for (const { statement, plan, took } of found) {
    const scans = plan
      .filter((line) => /Scan/.test(line) && /ticket/.test(line))
      .map((line) => line.replace(/^[ ->]+/, '').replace(/ \(.*/, ''));
    console.log(
      `    ${took.toFixed(1).padStart(7)} ms  ${statement.slice(0, 60)}…  ${[...new Set(scans)].join(' · ')}`,
    );
  }
  return found;
};

const isScan = ({ plan }: Explained): boolean =>
  plan.some((line) => /Seq Scan on ticket(?:s|_messages|_events|_clocks)\b/.test(line));

/** Fills a desk unless it is there already. */
const filled = async (dataDir: string): Promise<void> => {
  const known = await readFile(`${dataDir}/${FILLED}`, 'utf8').catch(() => null);
  if (known === filling) return;
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(`${dataDir}/no-content`, { recursive: true });
  const { url, stop } = await startEmbedded({ dataDir });
  process.env.DATABASE_URL = url;
  try {
    await migrateDatabase(url);
    await fill(dataDir);
  } finally {
    await closeDatabase();
    await stop();
  }
};

/**
 * A desk of many years at the app's door: what agents and customers wait for, and what they may write each second. What is
 * kept in `keptDir` is copied into `dataDir` first: a run leaves thousands of new requests behind, and the next one is to
 * find the desk that the first one found.
 */
export const largeDesk = async (keptDir: string, dataDir: string): Promise<Row[]> => {
  await filled(keptDir);
  // With its owner: Postgres takes no folder that is somebody else's.
  await promisify(execFile)('cp', ['-a', keptDir, dataDir]);
  const { url, stop } = await startEmbedded({ dataDir });
  process.env.DATABASE_URL = url;
  try {
    await migrateDatabase(url);
    await tieLargeDesk(database());
    const sample = await sampleLargeDesk(database());
    const plans = await explain(url, sample);
    const app = await startApp(`${dataDir}/app`, {
      DATABASE_URL: url,
      CONTENT_DIR: `${dataDir}/no-content`,
      AUTH_SECRET: SECRET,
      INBOUND_SECRET: SECRET,
    });
    try {
      const people = {
        agents: await sessionsOf(sample.agents),
        managers: await sessionsOf(sample.managers),
        customers: await sessionsOf(sample.customers.map(({ id }) => id)),
      };
      await untilNothingIsDue();
      await readThroughDesk(database());
      await pause(COUNTED_AFTER_MS);
      const before = await deskScans(database());
      const rows = await readingRows(app, sample, people);
      await pause(COUNTED_AFTER_MS);
      const scans = (await deskScans(database())) - before;
      return [
        ...rows,
        atMost('statements whose plan goes through all requests', plans.filter(isScan).length, 'statements', 0),
        atMost('tables of requests read from end to end', scans, 'times', 0),
        ...(await writingRows(app, sample, people)),
      ];
    } finally {
      await app.stop();
    }
  } finally {
    await closeDatabase();
    await stop();
  }
};
