import { hash } from '@node-rs/argon2';
import { expect } from '@playwright/test';
import { closeDatabase, database, type Tx } from '@/db/client';
import { layoutIn } from '@/db/embedded/folders';
import { serverUrl } from '@/db/embedded/server';
import { enqueueJob } from '@/db/kernel/queries';
import { makeUser } from '@/db/people/factory';
import { jobWaits } from '@/db/testing/traces';
import { makeOlder } from '@/db/tickets/factory';
import { DEMO_PASSWORD, newAddress } from './fixtures';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The database of the app under test. Its address is known while it is connected alone: apps of other tests have their own. */
const connected = () => {
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = before || serverUrl(layoutIn(process.env.GUICHET_DATA_DIR ?? ''));
  try {
    return database();
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
};

/** Writes what no page writes, such as requests of long ago. */
export const inDatabase = <Output>(work: (tx: Tx) => Promise<Output>): Promise<Output> => connected().transaction(work);

/** To be called after the tests of a file that did. */
export const leaveDatabase = closeDatabase;

/** Makes requests older: clocks are not faked. */
export const age = (ms: number, ...numbers: readonly number[]): Promise<void> =>
  inDatabase(async (tx) => {
    for (const number of numbers) await makeOlder(tx, number, ms);
  });

/** Has the worker do at once what it does by the clock, and waits until it has. */
export const doNow = async (...jobs: readonly ('silence' | 'deadlines')[]): Promise<void> => {
  const keys = jobs.map((job) => `${job} ${crypto.randomUUID()}`);
  await inDatabase(async (tx) => {
    for (const [at, job] of jobs.entries()) await enqueueJob(tx, job, {}, { key: keys[at] ?? job });
  });
  await expect.poll(() => inDatabase((tx) => jobWaits(tx, keys))).toBe(false);
};

/** Somebody of this test alone, whom nothing but it writes to; they sign in as the people of the demo do. */
export const makePerson = async (name: string, more: { locale?: 'fr' | 'en'; role?: 'agent' } = {}) => {
  const passwordHash = await hash(DEMO_PASSWORD);
  const email = newAddress(name.toLowerCase().replace(/\W+/g, '.'));
  return inDatabase((tx) => makeUser(tx, { name, email, passwordHash, ...more }));
};
