import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import createNext from 'next';
import { listen } from '@/db/client';
import { createAskNext } from './ask-next';
import { openAssets } from './assets';
import { createHandler } from './handle';
import { keepBuildAssets } from './kept-assets';
import { openPageFiles } from './page-files';
import { createPageMemory } from './page-memory';
import { createPages, type Pages } from './pages';
import { createSecurityHeaders } from './security-headers';
import { keepListening } from './tag-listener';

export type FrontSettings = { port: number; host: string; dev: boolean };

export type Front = {
  /** Says that something changed, without the database: `content`, `incidents`, `roadmap`, `settings`. */
  touch(names: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

/** Channel on which every process that changes something says what it was. */
const TAGS_CHANNEL = 'guichet_tags';
const ALL_TAGS = ['settings'];
/** Pages in memory, at most; others are read from disk when asked for. */
const MEMORY_LIMIT = 64 * 1024 * 1024;

const OWN_SCRIPTS = ['/reading.js', '/theme.js'];

const logError = (error: unknown): void => {
  console.error(error);
};

type Manifest = { preview: { previewModeId: string } };

const readText = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

const listenOn = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });

const closeServer = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    // Streams (live updates) end only when they are cut; requests under way get a moment.
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });

const versionsOf = async (assets: ReturnType<typeof openAssets>): Promise<ReadonlyMap<string, string>> => {
  const versions = new Map<string, string>();
  for (const path of OWN_SCRIPTS) {
    const asset = await assets.load(path);
    if (asset) versions.set(path, asset.hash);
  }
  return versions;
};

const openPages = async (
  root: string,
  origin: URL,
  next: RequestListener,
): Promise<{ pages: Pages; handler: RequestListener }> => {
  const kept = join(process.env.GUICHET_DATA_DIR ?? '.data', 'pages');
  await keepBuildAssets(join(root, '.next/static'), join(kept, 'assets'), logError);
  const assets = openAssets(root, join(kept, 'assets'));
  const versions = await versionsOf(assets);
  const manifest = JSON.parse(readText(root, '.next/prerender-manifest.json')) as Manifest;
  const ask = createAskNext({ handler: next, origin, revalidateKey: manifest.preview.previewModeId });
  const pages = createPages({
    ask,
    memory: createPageMemory(MEMORY_LIMIT),
    files: await openPageFiles(kept, { onError: logError }),
    buildId: readText(root, '.next/BUILD_ID').trim(),
    bootId: randomUUID(),
    versions,
    now: Date.now,
    onError: logError,
  });
  const security = createSecurityHeaders({ secure: origin.protocol === 'https:', dev: false });
  const onError = (error: unknown, { id, path }: { id: string; path: string }): void => {
    console.error(`[${id}] ${path}`, error);
  };
  return { pages, handler: createHandler({ ask, assets, next, pages, security, versions, onError }) };
};

/**
 * Serves Guichet: Next in this process behind the page store. In development everything goes to Next untouched.
 * Rejects when the port is taken or the build is missing.
 */
export const startFront = async ({ port, host, dev }: FrontSettings): Promise<Front> => {
  const root = resolve('.');
  if (dev) await (await import('@/reading/build')).buildReading(root);
  const server = createServer();
  const app = createNext({ dev, dir: root, hostname: host, port, httpServer: server });
  await app.prepare();
  const next = app.getRequestHandler() as RequestListener;
  const origin = new URL(process.env.PUBLIC_URL ?? `http://localhost:${port}`);
  const front = dev ? { handler: next, pages: undefined } : await openPages(root, origin, next);
  const touch = async (names: readonly string[]): Promise<void> => front.pages?.touch(names);
  server.on('request', front.handler);
  if (dev) server.on('upgrade', app.getUpgradeHandler());
  await listenOn(server, port, host);
  const stopListening = front.pages
    ? keepListening({
        listen: (onMessage, onConnected) => listen(TAGS_CHANNEL, onMessage, onConnected),
        onTag: (tag) => touch([tag]).catch(logError),
        // Messages may have been missed while there was no connection.
        onConnected: () => touch(ALL_TAGS).catch(logError),
      })
    : async () => undefined;
  return {
    touch,
    async close() {
      await stopListening();
      await closeServer(server);
      await app.close();
    },
  };
};
