import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Programs that only benchmarks need, and that want a newer Node than ours: `node` of npm brings one along. */
const PACKAGES = ['node@24.21.0', 'lighthouse@13.5.0', 'astro@7.3.5', '@astrojs/starlight@0.42.4'] as const;

export type Tools = { folder: string; node: string; lighthouse: string; astro: string };

/** Runs a program to its end; rejects with the end of what it said when it fails. */
export const runTool = async (
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<string> => {
  const { cwd, env } = options;
  const child = spawn(program, [...args], {
    ...(cwd ? { cwd } : {}),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} failed:\n${said.slice(-2_000)}`);
  return said;
};

/** Installs the tools once, below the data folder and never into the product; undefined where no registry is in reach. */
export const benchTools = async (): Promise<Tools | undefined> => {
  const folder = resolve(process.env.GUICHET_DATA_DIR || '.data', 'bench-tools');
  const packages = join(folder, 'node_modules');
  const tools = {
    folder,
    node: join(packages, 'node/bin/node'),
    lighthouse: join(packages, 'lighthouse/cli/index.js'),
    astro: join(packages, 'astro/bin/astro.mjs'),
  };
  try {
    if (!existsSync(join(folder, 'complete'))) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
      await runTool('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: folder });
      await writeFile(join(folder, 'complete'), '');
    }
    return tools;
  } catch (error) {
    console.error(`  Lighthouse and Starlight could not be installed, so they are left out: ${String(error)}`);
    return undefined;
  }
};
