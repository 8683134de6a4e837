import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';
import { contentFolder, outputFolder, snapshotFile } from './folders';

/** What decides how a content file is read; a change here makes a new builder and empties Contentlayer's cache. */
const SOURCES = [
  'contentlayer.config.ts',
  'scripts/content-build.ts',
  'server/kernel/content/*.ts',
  'domain/articles/*.ts',
  'domain/resources/kinds.ts',
  '!**/*.test.ts',
];

/**
 * Builds the content once, in a process of its own that ends: Contentlayer and its libraries take 120 MB, which the
 * app must not carry between two publications. Bundled into one file, that process starts in half a second instead
 * of three (docs/decisions/0005-content-is-data-built-apart.md has the figures). Does nothing when no file has changed
 * since the last build. Rejects with what the process said when it fails; what was published stays.
 */
export const buildContent = async (): Promise<void> => {
  const { state, bytes } = await stateOfContent();
  if (existsSync(snapshotFile()) && (await lastState()) === state) return;
  await run(await bundledBuilder(), heapFor(bytes));
  await writeFile(stateFile(), state);
};

/**
 * The most memory (MB) the builder's heap may take for so many bytes of text: what it needs with room to spare, and not what a machine
 * with much of it would let it collect before it cleans up. Contentlayer holds each text, and what becomes of it, until the end.
 */
const heapFor = (bytes: number): number => Math.round(Math.max(768, 300 + (bytes / 1_000_000) * HEAP_PER_MB));
const HEAP_PER_MB = 32;

const stateFile = (): string => join(outputFolder(), 'built-from');

const lastState = (): Promise<string | null> => readFile(stateFile(), 'utf8').catch(() => null);

/** A name for all content files as they stand, by path, time and length, and for the code that reads them. */
async function stateOfContent(): Promise<{ state: string; bytes: number }> {
  const files = await glob('**/*', { cwd: contentFolder(), stats: true });
  const hash = createHash('sha256').update(`${contentFolder()}\n${await hashOfSources()}\n`);
  const lines = files.map(({ path, stats }) => `${path} ${stats?.mtimeMs} ${stats?.size}\n`);
  for (const line of lines.sort()) hash.update(line);
  const texts = files.filter(({ path }) => /\.(?:mdx?|yml)$/.test(path));
  const bytes = texts.reduce((sum, { stats }) => sum + (stats?.size ?? 0), 0);
  return { state: hash.digest('hex'), bytes };
}

async function bundledBuilder(): Promise<string> {
  const name = await hashOfSources();
  // Contentlayer reads its own version two folders above the file it runs from.
  const folder = join(outputFolder(), 'builder', name);
  const program = join(folder, 'dist', 'bin', 'build.mjs');
  if (existsSync(program)) return program;
  await dropOtherBuilders(name);
  await bundle(program);
  const { version } = createRequire(import.meta.url)('contentlayer2/package.json') as { version: string };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version, type: 'module' }));
  return program;
}

/** A name for the code that reads content: what it made is good until the code changes. */
export async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await glob(SOURCES)).sort()) hash.update(file).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function dropOtherBuilders(name: string): Promise<void> {
  const root = join(outputFolder(), 'builder');
  await mkdir(root, { recursive: true });
  const others = (await readdir(root)).filter((folder) => folder !== name);
  await Promise.all(others.map((folder) => rm(join(root, folder), { recursive: true, force: true })));
  // What the former ones kept of unchanged files is of no use to another.
  if (others.length > 0) await rm(join(outputFolder(), '.contentlayer', '.cache'), { recursive: true, force: true });
}

/** Parts of Contentlayer that compile and run code; ours reads bodies as data and never calls them. */
const UNUSED = /^(esbuild|mdx-bundler|imagescript|markdown-wasm|source-map-support)(\/|$)/;

async function bundle(outfile: string): Promise<void> {
  const { build, stop } = await import('esbuild');
  await mkdir(dirname(outfile), { recursive: true });
  await build({
    entryPoints: ['scripts/content-build.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
    // Wanted by the watcher on macOS alone, which does without it.
    external: ['fsevents'],
    define: { 'process.env.GUICHET_CONTENT_READERS': JSON.stringify(await hashOfSources()) },
    banner: {
      js: "import { createRequire as bundledRequire } from 'node:module';\nconst require = bundledRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'leave-out-unused',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
          onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {}', loader: 'js' }));
        },
      },
    ],
  });
  await stop();
}

function run(program: string, heap: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, '--max-semi-space-size=32', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`content build failed: ${said.trim()}`))));
  });
}
