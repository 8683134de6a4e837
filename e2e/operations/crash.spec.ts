import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { CAST, DEMO_PASSWORD } from '../fixtures';
import { endWith, type OwnApp, removeOwnApp, startAgain, startOwnApp } from './own-app';

const WRITERS = 6;
const ENOUGH = 40;

/** One request on its way; `number` once it was acknowledged. */
type Sent = { subject: string; email: string; key: string; origin: string; number?: number };

let app: OwnApp;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startOwnApp();
});
test.afterAll(() => removeOwnApp(app));

const draft = (index: number): Sent => ({
  subject: `Demande ${index} ${randomUUID()}`,
  email: `ecrivain.${index}@associations.test`,
  key: randomUUID(),
  // A proxy on the machine names its visitors: each of them may write a few requests.
  origin: `192.0.2.${1 + (Math.floor(index / 4) % 250)}`,
});

/** Opens a request as a visitor and answers its number; throws when no answer came. */
const send = async (sent: Sent): Promise<number> => {
  const answer = await fetch(`${app.origin}/api/trpc/tickets.open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': sent.origin },
    body: JSON.stringify({
      json: {
        typeKey: 'assistance',
        subject: sent.subject,
        description: 'Écrite pendant que le serveur tombe.',
        visitorName: 'Ada Keller',
        visitorEmail: sent.email,
        idempotencyKey: sent.key,
        files: [],
      },
    }),
  });
  const told: { result?: { data: { json: { number: number } } } } = await answer.json();
  if (!told.result) throw new Error(`refused with ${answer.status}: ${JSON.stringify(told)}`);
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

const signInAsAgent = async (request: APIRequestContext): Promise<void> => {
  const { csrfToken } = await (await request.get(`${app.origin}/api/auth/csrf`)).json();
  const form = { email: CAST.theo, password: DEMO_PASSWORD, csrfToken };
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
  const all = await writeUntilKilled();
  const acknowledged = all.filter(({ number }) => number !== undefined);
  expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);

  app = await startAgain(app);
  await signInAsAgent(request);
  for (const { number = 0, subject } of acknowledged) {
    expect(await read(request, number)).toEqual({ status: 200, subject, said: 1 });
  }
  // Whoever heard nothing sends the same form again; so does one whose answer was only lost on the way.
  const again = [...all.filter(({ number }) => number === undefined), ...acknowledged.slice(-2)];
  for (const sent of again) {
    const number = await send({ ...sent, origin: '198.51.100.7' });
    expect(number).toBe(sent.number ?? number);
    sent.number = number;
  }
  expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
});
