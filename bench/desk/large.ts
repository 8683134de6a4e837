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
  countMessages,
  deskScans,
  dueJobs,
  type Explained,
  explained,
  fillLargeDesk,
  type LargeDeskSample,
  readThroughDesk,
  sampleLargeDesk,
} from '@/db/tickets/measure';
import { placeText } from '@/domain/lists/place';
import { rebuildIndex } from '@/server/search/rebuild';
import { list as teams } from '@/server/teams/list';
import { around } from '@/server/tickets/around';
import { list } from '@/server/tickets/list';
import { next } from '@/server/tickets/next';
import { queue } from '@/server/tickets/queue';
import { show } from '@/server/tickets/show';
import { views } from '@/server/tickets/views';
import { type BenchApp, startApp } from '../app';
import { atLeast, atMost, type Row } from '../report';
import { vocabularyOf } from '../search/words';
import { askVerbs, doVerb, measure, openPage, SECRET, sessionsOf, waitRows } from './ask';

/** As many requests as the figures are promised for; fewer for a quick look. */
const REQUESTS = Number(process.env.GUICHET_BENCH_REQUESTS ?? 250_000);
const SIZE = { organisations: 2_000, customers: 20_000, agents: 40, requests: REQUESTS };
const AT_ONCE = 8;
const ASKED = 600;
const WRITTEN = 1_000;
const PAIRS = 50;
/** Postgres tells at the latest after ten seconds what it counted. */
const COUNTED_AFTER_MS = 12_000;
const FILLED = 'filled.json';

const filling = `a desk of ${REQUESTS} requests, first edition`;

/** Whoever asks while mails are sent and the index is kept would wait for these too. */
const untilNothingIsDue = async (): Promise<void> => {
  while ((await dueJobs(database())) > 0) await pause(500);
};

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

const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length];
  if (found === undefined) throw new RangeError('there is nothing to pick from');
  return found;
};

/** What agents look at: the lists a desk turns over all day. */
const LISTS: readonly Record<string, string>[] = [
  {},
  { sort: 'due' },
  { sort: 'priority' },
  { assignee: 'me' },
  { team: 'mine', sort: 'priority' },
  { status: 'submitted' },
  { status: 'all', sort: 'created' },
  { status: 'closed' },
];

type People = { agents: string[]; managers: string[]; customers: string[] };

const readingRows = async (app: BenchApp, sample: LargeDeskSample, people: People): Promise<Row[]> => {
  const { agents, managers, customers } = people;
  const words = await vocabularyOf('fr', 22);
  const numberAt = (at: number): number => 1_001 + ((at * 7_919) % REQUESTS);
  const deep = placeText([sample.middle.createdAt, sample.middle.number]);
  const desk = (address: Record<string, string>, after?: string) => [
    { verb: 'tickets.queue', input: { address, ...(after ? { after } : {}) } },
    { verb: 'tickets.views', input: {} },
  ];
  const all = { status: 'all', sort: 'created' };
  const searched = async (at: number): Promise<void> => {
    const text = `${words.at(200 + ((at * 31) % 3_000))} ${words.at(400 + ((at * 17) % 8_000))}`;
    const found = await askVerbs(app, pick(agents, at), at, [{ verb: 'search.requests', input: { query: text } }]);
    const [{ result }] = JSON.parse(found) as [{ result: { data: { json: { numbers: number[] } } } }];
    const address = { status: 'all', text };
    await askVerbs(app, pick(agents, at), at, [
      { verb: 'tickets.queue', input: { address, found: result.data.json.numbers } },
    ]);
  };
  return [
    ...waitRows(
      `desk list of 50 with counts, ${AT_ONCE} at once`,
      await measure((at) => askVerbs(app, pick(agents, at), at, desk(pick(LISTS, at))), ASKED, AT_ONCE),
      50,
    ),
    ...waitRows(
      `desk list, a page in the middle of all, ${AT_ONCE} at once`,
      await measure((at) => askVerbs(app, pick(agents, at), at, desk(all, deep)), ASKED, AT_ONCE),
      50,
    ),
    ...waitRows(
      `one request, ${AT_ONCE} at once`,
      await measure(
        (at) => askVerbs(app, pick(agents, at), at, [{ verb: 'tickets.show', input: { number: numberAt(at) } }]),
        ASKED,
        AT_ONCE,
      ),
      60,
    ),
    ...waitRows(
      'page of one request on the desk, one after the other',
      await measure((at) => openPage(app, pick(agents, at), `/fr/desk/${numberAt(at)}`), ASKED / 4, 1),
      60,
    ),
    ...waitRows(`full-text search on the desk, ${AT_ONCE} at once`, await measure(searched, ASKED, AT_ONCE), 100),
    ...waitRows(
      `list of a customer, ${AT_ONCE} at once`,
      await measure(
        // Each for the second time: whoever looks after their requests has been here before.
        (at) => askVerbs(app, pick(customers, at % ASKED), at, [{ verb: 'tickets.list', input: {} }]),
        ASKED,
        AT_ONCE,
      ),
      30,
    ),
    ...waitRows(
      `list of a large organisation, ${AT_ONCE} at once`,
      await measure(
        (at) => askVerbs(app, pick(managers, at), at, [{ verb: 'tickets.list', input: { scope: 'organisation' } }]),
        ASKED,
        AT_ONCE,
      ),
      30,
    ),
  ];
};

const request = (at: number) => ({
  typeKey: 'question',
  subject: `L’import s’arrête à la ligne ${at}`,
  description: 'Nous importons le fichier des adhérents.\n\nL’import s’arrête avec le message « Date illisible ».',
  pageUrl: 'https://app.ribambelle.example/adherents/import',
  files: [],
  idempotencyKey: randomUUID(),
});

const answerTo = (number: number, body: string) => ({ number, body, files: [], idempotencyKey: randomUUID() });

const writingRows = async (app: BenchApp, sample: LargeDeskSample, people: People): Promise<Row[]> => {
  const opened = await measure(
    (at) => doVerb(app, pick(people.customers, at), at, 'tickets.open', request(at)),
    WRITTEN,
    AT_ONCE,
    WRITTEN / 10,
  );
  // The mails and the index of what was opened are part of opening it, and no part of answering.
  await untilNothingIsDue();
  const answered = await measure(
    (at) => {
      const { number } = pick(sample.customers, at);
      return doVerb(
        app,
        pick(people.customers, at),
        at,
        'tickets.reply',
        answerTo(number, `Voici la suite, partie ${at}.`),
      );
    },
    WRITTEN,
    AT_ONCE,
    WRITTEN / 10,
  );
  return [
    atLeast('requests opened by customers', opened.perSecond, 'requests/s', 100),
    { metric: 'one request opened, 95 of 100', value: opened.p95, unit: 'ms' },
    atLeast('answers of customers', answered.perSecond, 'answers/s', 100),
    { metric: 'one answer, 95 of 100', value: answered.p95, unit: 'ms' },
    atMost('answers lost when two agents answer at once', await lostInPairs(app, sample, people), 'answers', 0),
  ];
};

/** Two agents answer the same request at the same moment, over and over: every answer must be there. */
const lostInPairs = async (app: BenchApp, { customers }: LargeDeskSample, { agents }: People): Promise<number> => {
  let lost = 0;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const { number } = pick(customers, pair * 7);
    const before = await countMessages(database(), number);
    await Promise.all(
      [0, 1].map((which) =>
        doVerb(app, pick(agents, pair * 2 + which), pair, 'tickets.reply', answerTo(number, `Réponse ${which}.`)),
      ),
    );
    lost += before + 2 - (await countMessages(database(), number));
  }
  return lost;
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
