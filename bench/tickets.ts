import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { closeDatabase, database as connected } from '@/db/client';
import { startEmbedded } from '@/db/embedded/supervisor';
import { actorOf, makeUser } from '@/db/people/factory';
import type { UserActor } from '@/domain/access/actor';
import { open } from '@/server/tickets/open';
import { startApp, temporaryFolder } from './app';
import { largeDesk } from './desk/large';
import { atMost, type Row } from './report';

const CONCURRENCY = 8;
const WARM_UP = 200;
const REQUESTS = 2_000;
/** The slow end of the peer that was measured (Request Tracker, 0.2–0.5 s for one creation) is where ours must be far from. */
const LATENCY_LIMIT_MS = 200;

/** Answers what tells one request from all others. */
type Post = (at: number) => Promise<number | string>;

/** Each request comes from somebody of their own: the limits on how often one person may write hold here too. */
const visitorAt = (at: number): string => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;

const form = (at: number) => ({
  typeKey: 'question',
  subject: `L’import s’arrête à la ligne ${at}`,
  description: 'Nous importons le fichier des adhérents.\n\nL’import s’arrête avec le message « Date illisible ».',
  pageUrl: 'https://app.ribambelle.example/adherents/import',
  files: [],
  idempotencyKey: randomUUID(),
});

const throughHttp =
  (origin: string): Post =>
  async (at) => {
    const answer = await fetch(`${origin}/api/trpc/tickets.ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': visitorAt(at) },
      body: JSON.stringify({
        json: { ...form(at), visitorName: 'Alex Martin', visitorEmail: `alex.martin.${at}@associations.example` },
      }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`tickets.ask answered ${answer.status}: ${text}`);
    return (JSON.parse(text) as { result: { data: { json: { email: string } } } }).result.data.json.email;
  };

const throughTheAction =
  (people: readonly UserActor[], from: number): Post =>
  async (at) => {
    const actor = people[at - from];
    if (!actor) throw new RangeError(`nobody is there to open request ${at}`);
    const call = { actor, now: new Date(), requestId: randomUUID(), origin: visitorAt(at), locale: 'fr' as const };
    return (await open(call, form(at))).number;
  };

type Measured = { perSecond: number; median: number; p95: number };

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(sorted.length * part)] ?? Number.NaN;

/** Opens `count` requests, eight at a time; fails when one of them did not become a request of its own. */
const measure = async (post: Post, from: number, count: number): Promise<Measured> => {
  const numbers = new Set<number | string>();
  const waits: number[] = [];
  let next = from;
  const client = async (): Promise<void> => {
    while (next < from + count) {
      const at = next;
      next += 1;
      const since = performance.now();
      numbers.add(await post(at));
      waits.push(performance.now() - since);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CONCURRENCY }, client));
  const took = (performance.now() - began) / 1000;
  if (numbers.size !== count) throw new Error(`${count} posts made ${numbers.size} requests`);
  const sorted = waits.sort((a, b) => a - b);
  return { perSecond: count / took, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
};

const rowsOf = (door: string, { perSecond, median, p95 }: Measured): Row[] => [
  { metric: `requests opened, ${door}`, value: Math.round(perSecond), unit: 'requests/s' },
  { metric: `one request, ${door}, median`, value: median, unit: 'ms' },
  atMost(`one request, ${door}, 95 of 100`, p95, 'ms', LATENCY_LIMIT_MS),
];

const overHttp = async (dataDir: string): Promise<Row[]> => {
  const app = await startApp(dataDir);
  try {
    const post = throughHttp(app.origin);
    await measure(post, 0, WARM_UP);
    return rowsOf('sent by visitors over HTTP', await measure(post, WARM_UP, REQUESTS));
  } finally {
    await app.stop();
  }
};

const inProcess = async (dataDir: string): Promise<Row[]> => {
  const database = await startEmbedded({ dataDir });
  process.env.DATABASE_URL = database.url;
  try {
    const first = WARM_UP + REQUESTS;
    const people = await connected().transaction(async (tx) => {
      const made: UserActor[] = [];
      while (made.length < WARM_UP + REQUESTS) made.push(actorOf(await makeUser(tx)));
      return made;
    });
    const post = throughTheAction(people, first);
    await measure(post, first, WARM_UP);
    return rowsOf('action in the process', await measure(post, first + WARM_UP, REQUESTS));
  } finally {
    await closeDatabase();
    await database.stop();
  }
};

/**
 * A desk of many years at the app's door, and how many requests are taken each second from 8 clients at once by an empty
 * one: from visitors through the whole app, whose worker deals with the mails of confirmation meanwhile, and opened for
 * accounts by the verb alone. Each has its transaction with message, event, audit row, mail and job. `GUICHET_BENCH_FOLDER`
 * keeps the filled desk for the next run.
 */
export const run = async (): Promise<readonly Row[]> => {
  const { folder, remove } = await temporaryFolder();
  try {
    const large = await largeDesk(join(process.env.GUICHET_BENCH_FOLDER ?? folder, 'desk'), join(folder, 'copy'));
    return [...large, ...(await overHttp(`${folder}/data`)), ...(await inProcess(`${folder}/data`))];
  } finally {
    await remove();
  }
};
