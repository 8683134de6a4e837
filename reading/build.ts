import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export type BuiltScript = { file: string; bytes: number; gzipBytes: number };

/** Blocking in the head, so it is kept apart and tiny; and the module that does everything else. */
const SCRIPTS = [
  { entry: 'reading/theme.ts', out: 'theme.js', format: 'iife' },
  { entry: 'reading/main.ts', out: 'reading.js', format: 'esm' },
] as const;

/**
 * Builds the reading pages' scripts into `public/`, in well under a second. The front adds their content hash to the
 * links of the pages it serves, so their names stay the same.
 */
export const buildReading = async (root = '.'): Promise<readonly BuiltScript[]> => {
  const built: BuiltScript[] = [];
  for (const { entry, out, format } of SCRIPTS) {
    const { outputFiles } = await build({
      entryPoints: [join(root, entry)],
      outfile: join(root, 'public', out),
      bundle: true,
      minify: true,
      format,
      target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
      legalComments: 'none',
      write: false,
    });
    built.push(await save(root, out, outputFiles[0]?.contents ?? new Uint8Array()));
  }
  return built;
};

const save = async (root: string, out: string, contents: Uint8Array): Promise<BuiltScript> => {
  await mkdir(join(root, 'public'), { recursive: true });
  await writeFile(join(root, 'public', out), contents);
  return { file: join('public', out), bytes: contents.length, gzipBytes: gzipSync(contents, { level: 9 }).length };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, bytes, gzipBytes } of await buildReading()) {
    console.log(`${file}: ${bytes} bytes, ${gzipBytes} compressed`);
  }
}
