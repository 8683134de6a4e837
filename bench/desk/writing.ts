import { randomUUID } from 'node:crypto';
import { database } from '@/db/client';
import { countMessages, type LargeDeskSample } from '@/db/tickets/measure';
import type { BenchApp } from '../app';
import { atLeast, atMost, type Row } from '../report';
import { doVerb, measure } from './ask';
import { AT_ONCE, type People, pick, untilNothingIsDue } from './work';

const WRITTEN = 1_000;
const PAIRS = 50;

const request = (at: number) => ({
  typeKey: 'question',
  subject: `L’import s’arrête à la ligne ${at}`,
  description: 'Nous importons le fichier des adhérents.\n\nL’import s’arrête avec le message « Date illisible ».',
  pageUrl: 'https://app.ribambelle.example/adherents/import',
  files: [],
  idempotencyKey: randomUUID(),
});

const answerTo = (number: number, body: string) => ({ number, body, files: [], idempotencyKey: randomUUID() });

/** How much may be written each second at the app's door, and whether two who write at once lose anything. */
export const writingRows = async (app: BenchApp, sample: LargeDeskSample, people: People): Promise<Row[]> => {
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
