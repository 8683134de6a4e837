import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort } from './app';
import type { Rival } from './rivals';
import { runTool, type Tools } from './tools';

/** Astro bundles the integrations that a site names; those it only finds are left outside and do not run. */
const PACKAGE = { private: true, type: 'module', dependencies: { astro: '*', '@astrojs/starlight': '*' } };

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  telemetry: false,
  integrations: [starlight({ title: 'Guichet', locales: { root: { label: 'Français', lang: 'fr' } } })],
});
`;

const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const field = (front: string, name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(front)?.[1] ?? '';

/** Our article as Starlight would have it written: the same words, tables and pictures, with its notices and HTML. */
const asStarlight = (source: string): string => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const text = body
    .replace(/<Callout[^>]*?(?:title="([^"]*)")?[^>]*>/g, (_tag, title?: string) => `:::note[${title ?? ''}]`)
    .replace(/<\/Callout>/g, ':::')
    .replace(/<Accordion title="([^"]*)">/g, '<details><summary>$1</summary>')
    .replace(/<\/Accordion>/g, '</details>')
    .replace(/<(?:Step|Tab|Card)\b[^>]*title="([^"]*)"[^>]*>/g, '**$1**')
    .replace(/<Screenshot src="([^"]*)" alt="([^"]*)"[^>]*>/g, '![$2]($1)')
    .replace(/<FileLink href="([^"]*)" title="([^"]*)"[^>]*>/g, '[$2]($1)')
    .replace(/<\/?(?:Steps?|Tabs?|Cards?|Key|Video)\b[^>]*>/g, '');
  return `---\ntitle: ${JSON.stringify(field(front, 'title'))}\ndescription: ${JSON.stringify(field(front, 'lead'))}\n---\n${text}`;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const PACKED = new Set(['.html', '.js', '.css', '.svg', '.json']);

/** Serves a folder as a good static host would: compressed, from memory after the first time. */
const serveFolder = async (folder: string): Promise<Rival> => {
  const known = new Map<string, { body: Buffer; type: string; packed: boolean }>();
  const load = async (path: string) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const type = extname(file);
    const packed = PACKED.has(type);
    const content = await readFile(file);
    return { body: packed ? gzipSync(content) : content, type: TYPES[type] ?? 'application/octet-stream', packed };
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const found = known.get(pathname) ?? (await load(decodeURI(pathname)));
      known.set(pathname, found);
      const encoding = found.packed ? { 'content-encoding': 'gzip' } : {};
      response.writeHead(200, { 'content-type': found.type, 'cache-control': 'max-age=31536000', ...encoding });
      response.end(found.body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    name: 'Starlight',
    url: `http://127.0.0.1:${port}/article/`,
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
};

/** A Starlight site of one article, with the words and pictures of `article` (an MDX file of ours), built and served. */
export const startStarlight = async (tools: Tools, article: string, media: string): Promise<Rival> => {
  const site = join(tools.folder, 'starlight');
  await rm(site, { recursive: true, force: true });
  await mkdir(join(site, 'src/content/docs'), { recursive: true });
  await writeFile(join(site, 'package.json'), `${JSON.stringify(PACKAGE)}\n`);
  await writeFile(join(site, 'astro.config.mjs'), CONFIG);
  await writeFile(join(site, 'src/content.config.ts'), COLLECTIONS);
  await writeFile(join(site, 'src/content/docs/article.md'), asStarlight(await readFile(article, 'utf8')));
  await cp(media, join(site, 'public/media'), { recursive: true });
  await runTool(tools.node, [tools.astro, 'build'], { cwd: site, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
  return serveFolder(join(site, 'dist'));
};
