import { createServer, type RequestListener } from 'node:http';
import { join, resolve } from 'node:path';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import createNext from 'next';
import { listen } from '@/db/client';
import { answerVerbs, VERBS_PATH } from '@/server/verbs';
import { openInner } from './inner';
import { startThread } from './start-thread';
import { keepListening } from './tag-listener';
import { withVerbs } from './verbs';

export type FrontSettings = { port: number; host: string; dev: boolean };

export type Front = {
  /** Says that something changed, without the database: `content`, `incidents`, `roadmap`, `settings`. */
  touch(names: readonly string[]): Promise<void>;
  /** Says that what is published is what stands in the content folder. Until then no address of it is told to lead nowhere. */
  contentIsCurrent(): Promise<void>;
  close(): Promise<void>;
};

/** Channel on which every process that changes something says what it was. */
const TAGS_CHANNEL = 'guichet_tags';
const ALL_TAGS = ['settings'];

const PAGE_MEGABYTES = 208;

const logError = (error: unknown): void => {
  console.error(error);
};

/** Next alone, which compiles pages as they are asked for. */
const startDevelopment = async (root: string, port: number, host: string): Promise<Front> => {
  await (await import('@/reading/build')).buildReading(root);
  await (await import('@/reading/type')).cutFonts(root);
  const server = createServer();
  const app = createNext({ dev: true, dir: root, hostname: host, port, httpServer: server });
  await app.prepare();
  server.on('request', app.getRequestHandler());
  server.on('upgrade', app.getUpgradeHandler());
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  return {
    touch: async () => undefined,
    contentIsCurrent: async () => undefined,
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      await app.close();
    },
  };
};

const MEGABYTE = 1024 * 1024;
/** What the process may take before garbage is looked for sooner: what it needs for a moment comes on top, and 700 MB with 10,000 articles are promised. */
const ROOM_BYTES = 520 * MEGABYTE;
/** How far (%) the heap may grow before garbage is looked for. Looking for it is a third of all work where there is no room. */
const GROWTH = { least: 15, most: 100 };
const LOOKED_AT_EVERY = 1_000;
/** What is in use was seen at the latest so many looks ago: right after garbage was collected. */
const LOOKS_KEPT = 15;

/**
 * Left alone, V8 lets garbage grow to several times what is in use, and Node holds the source maps of all that Next loads:
 * with 10,000 articles that was two thirds of the memory. The log reads the map it needs (`server/kernel/stack.ts`).
 */
const staySmall = (): NodeJS.Timeout => {
  process.setSourceMapsEnabled(false);
  const used: number[] = [];
  const look = (): void => {
    const heap = getHeapStatistics();
    used.push(heap.used_heap_size);
    if (used.length > LOOKS_KEPT) used.shift();
    const inUse = Math.min(...used);
    const besides = process.memoryUsage.rss() - heap.total_heap_size;
    const growth = Math.round(100 * ((ROOM_BYTES - besides) / inUse - 1));
    setFlagsFromString(`--heap-growing-percent=${Math.min(Math.max(growth, GROWTH.least), GROWTH.most)}`);
  };
  look();
  return setInterval(look, LOOKED_AT_EVERY).unref();
};

/**
 * Serves Guichet: the front in a thread of its own, Next in this one behind it. In development everything goes to Next
 * untouched. Rejects when the port is taken or the build is missing.
 */
export const startFront = async ({ port, host, dev }: FrontSettings): Promise<Front> => {
  const root = resolve('.');
  if (dev) return startDevelopment(root, port, host);
  const looking = staySmall();
  const app = createNext({ dev: false, dir: root, hostname: host, port });
  await app.prepare();
  const data = process.env.GUICHET_DATA_DIR ?? '.data';
  const behind = withVerbs(VERBS_PATH, answerVerbs, app.getRequestHandler() as RequestListener, logError);
  const inner = await openInner(behind, join(data, 'run'), port);
  const origin = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
  const kept = join(data, 'pages');
  const memory = Number(process.env.GUICHET_PAGE_MEMORY ?? PAGE_MEGABYTES) * 1024 * 1024;
  const settings = { port, host, address: inner.address, origin, root, kept, memory };
  const thread = await startThread(settings).catch(async (error) => {
    await inner.close();
    await app.close();
    throw error;
  });
  const touch = (names: readonly string[]): Promise<void> => thread.touch(names);
  const stopListening = keepListening({
    listen: (onMessage, onConnected) => listen(TAGS_CHANNEL, onMessage, onConnected),
    onTag: (tag) => touch([tag]).catch(logError),
    // Messages may have been missed while there was no connection.
    onConnected: () => touch(ALL_TAGS).catch(logError),
  });
  return {
    touch,
    contentIsCurrent: () => thread.contentIsCurrent(),
    async close() {
      clearInterval(looking);
      await stopListening();
      await thread.close();
      await inner.close();
      await app.close();
    },
  };
};
