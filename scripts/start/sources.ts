import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import glob from 'fast-glob';

/** What the built app is made of; content is read at run time and is no part of it. */
const BUILT = [
  '{app,db,domain,front,messages,public,reading,server,widget}/**',
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
];

const NOT_BUILT = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/*.md',
  '**/fixtures/**',
  'db/embedded/**',
  'db/migrations/**',
  'db/seed/**',
  'app/_components/shell/type/*.woff2',
  'public/reading*.js',
  'public/theme*.js',
  'public/widget*.js',
];

/** Settings that end up in the built files; all others are read at run time. */
const shapesBuild = (name: string): boolean => name.startsWith('NEXT_PUBLIC_');

const digest = async (hash: ReturnType<typeof createHash>, root: string, files: readonly string[]): Promise<void> => {
  const contents = await Promise.all(files.map((file) => readFile(`${root}/${file}`)));
  files.forEach((file, at) => {
    hash.update(`${file}\0`).update(contents[at] ?? '');
  });
};

/** One text for all sources of the built app under `root`: the same as long as a build would come out the same. */
export const sourcesHash = async (root: string, settings: NodeJS.ProcessEnv = process.env): Promise<string> => {
  const files = (await glob(BUILT, { cwd: root, ignore: NOT_BUILT, dot: false, followSymbolicLinks: false })).sort();
  const hash = createHash('sha256').update(process.version);
  for (const name of Object.keys(settings).filter(shapesBuild).sort()) hash.update(`${name}=${settings[name]}\0`);
  await digest(hash, root, files);
  return hash.digest('hex');
};
