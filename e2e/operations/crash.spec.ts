import { randomUUID } from 'node:crypto';
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

test('every request that was acknowledged before a kill -9 is there afterwards, and a repeated one is one', async ({
  request,
}) => {
  test.setTimeout(180_000);
  writers = await Promise.all(WHO.map(() => http.newContext()));
  for (const [index, writer] of writers.entries()) await signInAs(writer, WHO[index] ?? '');
  const all = await writeUntilKilled();
  const acknowledged = all.filter(({ number }) => number !== undefined);
  expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);

  app = await startAgain(app);
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
