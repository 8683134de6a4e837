import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../embedded/supervisor';
import { migrateDatabase } from '../migrate';

/** Gives the test run a migrated database: `TEST_DATABASE_URL`, or an embedded one of its own that goes with the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guichet-test-'));
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startEmbedded({ dataDir, durable: false });
  const url = given ?? embedded?.url;
  if (!url) throw new Error('there is no database to test on');
  await migrateDatabase(url);
  Object.assign(process.env, {
    DATABASE_URL: url,
    GUICHET_EMBEDDED_URL: embedded ? url : '',
    GUICHET_DATA_DIR: dataDir,
    AUTH_SECRET: 'a secret for tests only, 32 letters',
    INBOUND_SECRET: 'another secret for tests only',
    PUBLIC_URL: 'http://localhost:3000',
    GUICHET_LOG: 'error',
  });
  return async () => {
    await embedded?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
