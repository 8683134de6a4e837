import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** nginx with one worker, serving the same page from the same compressed bytes. Undefined where it is not installed. */
export const startNginx = async (folder: string, html: Buffer): Promise<Rival | undefined> => {
  if (spawnSync('nginx', ['-v']).error) return undefined;
  await mkdir(join(folder, 'www'), { recursive: true });
  await writeFile(join(folder, 'www/page.html'), html);
  await writeFile(join(folder, 'www/page.html.gz'), gzipSync(html, { level: 9 }));
  const port = await freePort();
  const settings = join(folder, 'nginx.conf');
  // As super-user nginx gives its worker another account, which could not read a private folder.
  await writeFile(settings, `${process.getuid?.() === 0 ? 'user root;' : ''}${nginxSettings(folder, port)}`);
  const child = spawn('nginx', ['-c', settings, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/page.html`;
  await isUp(url);
  return {
    name: 'nginx',
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const BARE_SERVER = `
const { createServer } = require('node:http');
const body = Buffer.from(process.env.PAGE, 'base64');
createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'content-length': body.length });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');`;

/** The least Node can do: one process that writes the same bytes to whoever asks. */
export const startBareNode = async (html: Buffer): Promise<Rival> => {
  const port = await freePort();
  const child = spawn(process.execPath, ['-e', BARE_SERVER], {
    env: { ...process.env, PORT: String(port), PAGE: gzipSync(html, { level: 9 }).toString('base64') },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}/page.html`;
  await isUp(url);
  return {
    name: 'bare node:http',
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};
