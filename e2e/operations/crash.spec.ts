import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type APIRequestContext, expect, request as http, test } from '@playwright/test';
import { CAST, DEMO_PASSWORD } from '../fixtures';
import { endWith, type OwnApp, removeOwnApp, startAgain, startOwnApp } from './own-app';

const WRITERS = 6;
const ENOUGH = 40;

/** Each account may open ten requests in ten minutes: these stay below it together. */
const WHO = [
  CAST.camille,
  CAST.noor,
  'jonas@avironduconfluent.example',
  'sylvie@avironduconfluent.example',
  CAST.theo,
  CAST.ines,
  CAST.admin,
] as const;

/** One request on its way; `number` once it was acknowledged. */
type Sent = { subject: string; by: number; key: string; number?: number };

let app: OwnApp;
let writers: APIRequestContext[] = [];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startOwnApp();
});
test.afterAll(() => removeOwnApp(app));

const draft = (index: number): Sent => ({
  subject: `Demande ${index} ${randomUUID()}`,
  by: index % WHO.length,
  key: randomUUID(),
});

/** Opens a request as somebody of the demo and answers its number; throws when no answer came. */
const send = async (sent: Sent): Promise<number> => {
  const answer = await writers[sent.by]?.post(`${app.origin}/api/trpc/tickets.open`, {
    data: {
      json: {
        typeKey: 'assistance',
        subject: sent.subject,
        description: 'Écrite pendant que le serveur tombe.',
        idempotencyKey: sent.key,
        files: [],
      },
    },
  });
  const told: { result?: { data: { json: { number: number } } } } = await answer?.json();
  if (!told.result) throw new Error(`refused with ${answer?.status()}: ${JSON.stringify(told)}`);
  return told.result.data.json.number;
};

/** Writes from several sides at once until the app is killed in the middle; answers all that was sent. */
const writeUntilKilled = async (): Promise<Sent[]> => {
  const all: Sent[] = [];
  let killed: Promise<void> | undefined;
  const write = async () => {
    while (!killed) {
      const sent = draft(all.length);
      all.push(sent);
      try {
        sent.number = await send(sent);
      } catch (error) {
        if (!killed) throw error;
      }
      if (all.filter(({ number }) => number !== undefined).length >= ENOUGH) killed ??= endWith(app, 'SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await killed;
  return all;
};

const signInAs = async (request: APIRequestContext, email: string): Promise<void> => {
  const { csrfToken } = await (await request.get(`${app.origin}/api/auth/csrf`)).json();
  const form = { email, password: DEMO_PASSWORD, csrfToken };
  await request.post(`${app.origin}/api/auth/callback/password`, { form, maxRedirects: 0 });
};

const read = async (request: APIRequestContext, number: number) => {
  const input = JSON.stringify({ json: { number } });
  const answer = await request.get(`${app.origin}/api/trpc/tickets.show?${new URLSearchParams({ input })}`);
  const told = await answer.json();
  return {
    status: answer.status(),
    subject: told.result?.data.json.subject,
    said: told.result?.data.json.messages.length,
  };
};

/** Nobody answered. */
const NOBODY = 0;

const statusOf = async (address: string): Promise<number> =>
  fetch(address).then(
    (answer) => answer.status,
    () => NOBODY,
  );

/** Asks for an address again and again, and notes what it answers. */
const askMeanwhile = (address: string, answers: Set<number>, isOver: () => boolean): Promise<void> =>
  expect
    .poll(
      async () => {
        answers.add(await statusOf(address));
        return isOver();
      },
      { timeout: 180_000, intervals: [50] },
    )
    .toBe(true);

/** Puts an article among the content, as a checkout does while the app is down; answers its address. */
const addArticle = async (contentDir: string): Promise<string> => {
  const source = await readFile(join(contentDir, 'fr/articles/adherents/importer-vos-adherents.mdx'), 'utf8');
  const slug = 'venu-pendant-la-panne';
  await writeFile(
    join(contentDir, `fr/articles/adherents/${slug}.mdx`),
    source.replace(/^key: .*$/m, `key: ${slug}`).replace(/^redirectsFrom: .*\n/m, ''),
  );
  return `/fr/help/adherents/${slug}`;
};

test('every request that was acknowledged before a kill -9 is there afterwards, a repeated one is one, and no address is lost', async ({
  request,
}) => {
  test.setTimeout(180_000);
  writers = await Promise.all(WHO.map(() => http.newContext()));
  for (const [index, writer] of writers.entries()) await signInAs(writer, WHO[index] ?? '');
  const all = await writeUntilKilled();
  const acknowledged = all.filter(({ number }) => number !== undefined);
  expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);

  const late = await addArticle(app.contentDir);
  const answers = new Set<number>();
  let isUp = false;
  const asking = askMeanwhile(app.origin + late, answers, () => isUp);
  app = await startAgain(app);
  isUp = true;
  await asking;
  // Ready means that content is, too; and before, nobody was told that what is only late does not exist.
  expect(await statusOf(app.origin + late)).toBe(200);
  expect([...answers].filter((status) => ![NOBODY, 503, 200].includes(status))).toEqual([]);

  await signInAs(request, CAST.theo);
  for (const { number = 0, subject } of acknowledged) {
    expect(await read(request, number)).toEqual({ status: 200, subject, said: 1 });
  }
  // Whoever heard nothing sends the same form again; so does one whose answer was only lost on the way.
  const again = [...all.filter(({ number }) => number === undefined), ...acknowledged.slice(-2)];
  for (const sent of again) {
    const number = await send(sent);
    expect(number).toBe(sent.number ?? number);
    sent.number = number;
  }
  expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
  await Promise.all(writers.map((writer) => writer.dispose()));
});
