import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort } from './app';

export type Rival = { name: string; url: string; stop(): Promise<void> };

const isUp = async (url: string): Promise<void> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`${url} does not answer`);
};

const nginxSettings = (folder: string, port: number): string => `
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}/www; gzip_static on; location / { try_files $uri =404; } }
}`;

/** Starts a program, waits until its address answers, and gives it a way to end. */
const rival = async (name: string, origin: string, probe: string, child: ChildProcess): Promise<Rival> => {
  await isUp(`${origin}${probe}`);
  return {
    name,
    url: `${origin}${probe}`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const PAGE = '/page.html';

const onePage = (html: Buffer): Pages => new Map([[PAGE, { packed: gzipSync(html, { level: 9 }), plain: html }]]);

/** Pages by path, compressed and not. */
export type Pages = ReadonlyMap<string, { packed: Buffer; plain: Buffer }>;

const runNginx = async (folder: string, pages: Pages): Promise<Rival | undefined> => {
  if (spawnSync('nginx', ['-v']).error) return undefined;
  for (const [path, { packed, plain }] of pages) {
    const file = join(folder, 'www', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, plain);
    await writeFile(`${file}.gz`, packed);
  }
  const port = await freePort();
  const settings = join(folder, 'nginx.conf');
  // As super-user nginx gives its worker another account, which could not read a private folder.
  await writeFile(settings, `${process.getuid?.() === 0 ? 'user root;' : ''}${nginxSettings(folder, port)}`);
  const child = spawn('nginx', ['-c', settings, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  return rival('nginx', `http://127.0.0.1:${port}`, [...pages.keys()][0] ?? '/', child);
};

/** nginx with one worker, serving the same page from the same compressed bytes. Undefined where it is not installed. */
export const startNginx = (folder: string, html: Buffer): Promise<Rival | undefined> => runNginx(folder, onePage(html));

/** The same over many pages; `url` is then the address of the server. */
export const startNginxOver = async (folder: string, pages: Pages): Promise<Rival | undefined> => {
  const found = await runNginx(join(folder, 'nginx'), pages);
  return found && { ...found, url: new URL(found.url).origin };
};

const BARE_SERVER = `
const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');
const pages = new Map();
for (const line of readFileSync(process.env.PAGES, 'utf8').trim().split('\\n')) {
  const [path, packed] = line.split(' ');
  pages.set(path, Buffer.from(packed, 'base64'));
}
createServer((request, response) => {
  const body = pages.get(request.url);
  if (!body) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'content-length': body.length });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');`;

const runBareNode = async (folder: string, pages: Pages): Promise<Rival> => {
  const port = await freePort();
  const list = join(folder, 'bare-node-pages');
  await mkdir(folder, { recursive: true });
  await writeFile(list, [...pages].map(([path, { packed }]) => `${path} ${packed.toString('base64')}\n`).join(''));
  const env = { ...process.env, PORT: String(port), PAGES: list };
  const child = spawn(process.execPath, ['-e', BARE_SERVER], { env, stdio: 'ignore' });
  return rival('bare node:http', `http://127.0.0.1:${port}`, [...pages.keys()][0] ?? '/', child);
};

/** The least Node can do: one process that writes the same bytes to whoever asks. */
export const startBareNode = (folder: string, html: Buffer): Promise<Rival> => runBareNode(folder, onePage(html));

/** The same over many pages; `url` is then the address of the server. */
export const startBareNodeOver = async (folder: string, pages: Pages): Promise<Rival> => {
  const found = await runBareNode(join(folder, 'node'), pages);
  return { ...found, url: new URL(found.url).origin };
};
