import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { checkDocs } from './docs';
import type { Finding } from './finding';
import { checkMessages } from './messages';
import { checkSentences } from './sentences';

/** What one check has to say: nothing when all is well. */
type Check = { name: string; run: () => Promise<string> };

const program = (command: string, ...args: string[]): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    child.on('error', fail);
    child.on('close', (code) => done(code === 0 ? '' : said.trim() || `ended with ${code}`));
  });

const tool = (name: string, ...args: string[]) => program(`node_modules/.bin/${name}`, ...args);

const listed = (findings: readonly Finding[]): string =>
  findings.map(({ where, what }) => `${where}: ${what}`).join('\n');

const LAYERS = ['app', 'bench', 'db', 'domain', 'e2e', 'front', 'reading', 'scripts', 'server', 'widget'];

const walls = (): Promise<string> =>
  tool('depcruise', '--config', '.dependency-cruiser.cjs', 'contentlayer.config.ts', ...LAYERS.filter(existsSync));

const ACCESS = 'scripts/access.ts';

const CHECKS: Check[] = [
  { name: 'types', run: () => tool('tsc', '--noEmit') },
  { name: 'format and lint', run: () => tool('biome', 'check', '--colors=off', '--max-diagnostics=50', '.') },
  { name: 'walls between layers', run: walls },
  { name: 'unused code', run: () => tool('knip', '--no-progress') },
  { name: 'content', run: () => program(process.execPath, '--import', 'tsx', 'scripts/content-check.ts') },
  { name: 'documentation', run: async () => listed(await checkDocs()) },
  { name: 'messages', run: async () => listed(await checkMessages()) },
  { name: 'no sentence in code', run: async () => listed(await checkSentences()) },
  ...(existsSync(ACCESS)
    ? [{ name: 'docs/access.md', run: () => program(process.execPath, '--import', 'tsx', ACCESS, '--check') }]
    : []),
];

const perform = async ({ name, run }: Check): Promise<boolean> => {
  const since = performance.now();
  const said = await run().catch((error: unknown) => String(error));
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${said ? '✗' : '✓'} ${name.padEnd(24)} ${seconds.padStart(5)} s`);
  if (said) console.log(`${said.replace(/^/gm, '    ')}\n`);
  return said === '';
};

/** Runs all checks, two at a time; all of them, even when one fails. Prints a line for each and answers which hold. */
export const performChecks = async (): Promise<boolean[]> => {
  const waiting = [...CHECKS];
  const results: boolean[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await perform(check));
  };
  await Promise.all([work(), work()]);
  return results;
};
