import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createAskNext } from './ask-next';
import { openAssets } from './assets';
import { createHandler } from './handle';
import { keepBuildAssets } from './kept-assets';
import type { OwnFiles } from './lighten';
import { openPageFiles } from './page-files';
import { createPageMemory } from './page-memory';
import { createPages, type Pages } from './pages';
import { createReadyAnswers } from './ready-answers';
import { createSecurityHeaders } from './security-headers';
import { openShortWay, type ShortWay } from './short-way';
import type { ThreadAnswer, ThreadOrder, ThreadSettings } from './thread-messages';

/** Stands in each page: a request of its own would hold up the first sight of it for a quarter of a kilobyte. */
const IN_THE_PAGE = '/theme.js';
const LINKED = ['/reading.js'];

/** The sheets of the build below this size (the one that tells where the fonts are) stand in each page, too. */
const SMALL_SHEET_BYTES = 4_096;

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

const closeServer = ({ server, shortWay }: Doors): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    shortWay.close();
    // Streams (live updates) end only when they are cut; requests under way get a moment.
    setTimeout(() => {
      server.closeAllConnections();
      shortWay.cut();
    }, 2_000).unref();
  });

/** Addresses in a sheet are meant from where it lies, which a page is not. */
const smallSheets = (root: string): [path: string, sheet: { text: string }][] => {
  const names = readdirSync(join(root, '.next/static'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.css') && statSync(join(root, '.next/static', name)).size < SMALL_SHEET_BYTES)
    .map((name) => {
      const path = `/_next/static/${name}`;
      const text = readText(root, join('.next/static', name)).trim();
      const placed = text.replace(/url\((?!["']|\/|data:)([^)]+)\)/g, (_, file: string) => {
        return `url(${new URL(file, `http://host${path}`).pathname})`;
      });
      return [path, { text: placed }];
    });
};

const ownFilesOf = async (root: string, assets: ReturnType<typeof openAssets>): Promise<OwnFiles> => {
  const files = new Map<string, { version: string } | { text: string }>(smallSheets(root));
  for (const path of LINKED) {
    const asset = await assets.load(path);
    if (asset) files.set(path, { version: asset.hash });
  }
  return files.set(IN_THE_PAGE, { text: readText(root, join('public', IN_THE_PAGE)).trim() });
};

type Doors = { server: Server; shortWay: ShortWay };

const openPages = async (settings: ThreadSettings): Promise<Doors & { pages: Pages }> => {
  const { root, kept, address } = settings;
  const origin = new URL(settings.origin);
  await keepBuildAssets(join(root, '.next/static'), join(kept, 'assets'), logError);
  const assets = openAssets(root, join(kept, 'assets'));
  const ownFiles = await ownFilesOf(root, assets);
  const manifest = JSON.parse(readText(root, '.next/prerender-manifest.json')) as Manifest;
  const ask = createAskNext({ address, origin, revalidateKey: manifest.preview.previewModeId });
  const memory = createPageMemory(settings.memory);
  const pages = createPages({
    ...{ ask, memory },
    files: await openPageFiles(kept, { onError: logError }),
    buildId: readText(root, '.next/BUILD_ID').trim(),
    bootId: randomUUID(),
    ownFiles,
    now: Date.now,
    onError: logError,
  });
  const security = createSecurityHeaders({ secure: origin.protocol === 'https:', dev: false });
  const onError = (error: unknown, { id, path }: { id: string; path: string }): void => {
    console.error(`[${id}] ${path}`, error);
  };
  const server = createServer();
  const keepAlive = server.keepAliveTimeout;
  const answers = createReadyAnswers({ memory, pages, security, keepAlive, now: Date.now });
  const readied = { ...pages, makeReady: answers.makeReady };
  const isBehind = (): boolean => contentIsBehind;
  server.on('request', createHandler({ ask, assets, pages: readied, security, ownFiles, isBehind, onError }));
  return { pages, server, shortWay: openShortWay(server, answers) };
};

// The front in a thread without Next: the hooks that Next turns on make every request and promise of its thread dearer,
// and a page under way there keeps nobody waiting here.
const settings = workerData as ThreadSettings;
const say = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

/** Until the main thread says otherwise: what an earlier process published may lack what stands in the content folder by now. */
let contentIsBehind = true;

const { pages, server, shortWay } = await openPages(settings);

const follow = async (order: ThreadOrder): Promise<void> => {
  if (order.kind === 'content-is-current') contentIsBehind = false;
  else if (order.kind === 'touch') await pages.touch(order.names);
  else await closeServer({ server, shortWay });
};

parentPort?.on('message', (order: ThreadOrder) => {
  follow(order)
    .catch(logError)
    .finally(() => say({ kind: 'done', id: order.id }));
});
try {
  await listenOn(server, settings.port, settings.host);
  say({ kind: 'listening' });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  say({ kind: 'refused', code, message });
}
