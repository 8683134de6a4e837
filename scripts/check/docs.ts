import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import glob from 'fast-glob';
import GithubSlugger from 'github-slugger';
import { type Finding, lineAt } from './finding';

const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const CODE = /`([^`\n]+)`/g;
const FENCE = /^(```|~~~)[\s\S]*?^\1/gm;
/** Folders whose paths a text may name in code; what is made at run time stands elsewhere. */
const FOLDERS =
  /^(?:\.ci|app|bench|content|db|docs|domain|e2e|front|messages|reading|scripts|server|widget)\/[\w./@()[\]*{},-]*$/;
const SCRIPT = /\bnpm (?:run ([\w:-]+)|(start|test)\b)/g;

const slugsOf = (text: string): Set<string> => {
  const slugger = new GithubSlugger();
  return new Set(
    [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => slugger.slug(match[1]?.replace(/`/g, '') ?? '')),
  );
};

const isExternal = (target: string): boolean => /^([a-z]+:|\/\/|\/)/i.test(target);

const deadLink = async (file: string, text: string, target: string): Promise<string | undefined> => {
  const [path = '', anchor] = target.split('#');
  const aimed = path ? normalize(join(dirname(file), decodeURIComponent(path))) : file;
  if (!existsSync(aimed)) return `link to ${target}: no such file`;
  if (!anchor || !aimed.endsWith('.md')) return undefined;
  const slugs = slugsOf(aimed === file ? text : await readFile(aimed, 'utf8'));
  return slugs.has(anchor) ? undefined : `link to ${target}: no such heading`;
};

const deadPath = async (path: string): Promise<boolean> => {
  if (existsSync(path)) return false;
  // `[` and `(` stand for themselves: they are folders of routes.
  const pattern = path.replace(/[[\]()]/g, '\\$&').replace(/\/$/, '');
  return (await glob([pattern, `${pattern}.{ts,tsx}`], { onlyFiles: false, dot: true })).length === 0;
};

const inFile = async (file: string, scripts: ReadonlySet<string>): Promise<Finding[]> => {
  const text = await readFile(file, 'utf8');
  const findings: Finding[] = [];
  const report = (offset: number, what: string) => findings.push({ where: `${file}:${lineAt(text, offset)}`, what });
  const prose = text.replace(FENCE, (block) => block.replace(/[^\n]/g, ' '));
  for (const match of prose.matchAll(LINK)) {
    const target = match[1] ?? '';
    const dead = isExternal(target) ? undefined : await deadLink(file, text, target);
    if (dead) report(match.index, dead);
  }
  for (const match of prose.matchAll(CODE)) {
    const path = match[1] ?? '';
    if (FOLDERS.test(path) && (await deadPath(path))) report(match.index, `path ${path}: no such file`);
  }
  for (const match of text.matchAll(SCRIPT)) {
    const name = match[1] ?? match[2] ?? '';
    if (!scripts.has(name)) report(match.index, `npm run ${name}: no such script`);
  }
  return findings;
};

/** Every path, link, heading and npm script that a Markdown file names must exist. Content has a check of its own. */
export const checkDocs = async (): Promise<Finding[]> => {
  const files = await glob('**/*.md', {
    dot: true,
    ignore: ['**/node_modules/**', 'content/**', '.next/**', '.data*/**', '**/fixtures/**'],
  });
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
  const found = await Promise.all(files.sort().map((file) => inFile(file, new Set(Object.keys(scripts)))));
  return found.flat();
};
