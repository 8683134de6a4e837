import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performChecks } from './check/all';
import { explain } from './start/fail';
import { findChromium } from './test/chromium';
import { type Counts, playwrightCounts, sum, vitestCounts } from './test/counts';

// `npm test`: checks, unit and integration tests, a production build, browser tests; each part runs whatever the others said.
const folder = mkdtempSync(join(tmpdir(), 'guichet-tests-'));

const run = (settings: Record<string, string>, command: string, ...args: string[]): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...settings } });
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });

const title = (text: string): void => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 70 - text.length))}\n`);

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const checks = async (): Promise<Counts> => {
  title('Checks');
  const results = await performChecks();
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
};

const unit = async (): Promise<Counts> => {
  title('Unit and integration tests');
  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return vitestCounts(report, await run({}, 'node_modules/.bin/vitest', 'run', ...reporters));
};

const browser = async (): Promise<Counts> => {
  title('Production build');
  // Whatever a developer's .env file says must not reach the tests.
  const own = {
    GUICHET_DATA_DIR: join(folder, 'data'),
    DATABASE_URL: '',
    SMTP_URL: '',
    PUBLIC_URL: '',
    GUICHET_DEMO: '',
  };
  if (!(await run(own, 'npm', 'run', '--silent', 'build'))) return { passed: 0, failed: 1 };
  title('Browser tests');
  const report = join(folder, 'playwright.json');
  const settings = {
    ...own,
    PLAYWRIGHT_CHROMIUM_PATH: findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    E2E_PORT: String(await freePort()),
  };
  return playwrightCounts(report, await run(settings, 'node_modules/.bin/playwright', 'test'));
};

const PARTS: Record<string, (() => Promise<Counts>)[]> = { unit: [unit], e2e: [browser], all: [checks, unit, browser] };

const perform = async (part: () => Promise<Counts>): Promise<Counts> => {
  try {
    return await part();
  } catch (error) {
    console.error(`✗ ${explain(error)}`);
    return { passed: 0, failed: 1 };
  }
};

const since = performance.now();
const counts: Counts[] = [];
for (const part of PARTS[process.argv[2] ?? 'all'] ?? []) counts.push(await perform(part));
rmSync(folder, { recursive: true, force: true });
const { passed, failed } = sum(counts);
console.log(`\nin ${Math.round((performance.now() - since) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
