import { EventEmitter } from 'node:events';
import { Logger, type LogLevel, run, type WorkerEvents } from 'graphile-worker';
import { database } from '@/db/client';
import { beat, forgetWorkers, releaseDeadWorkers } from '@/db/kernel/jobs';
import { log } from '../kernel/log';
import { CRONTAB, tasks } from './tasks';

const BEAT_MS = 15_000;
/** One mail at a time and one other job beside it: the pages in the same process come first. */
const CONCURRENCY = 2;

const LEVELS: Record<string, keyof typeof log> = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' };

// The library tells each job at `info`; ours keeps that for who looks for it.
const logger = new Logger(() => (level: `${LogLevel}`, message: string, meta) => {
  log[LEVELS[level] ?? 'debug'](`jobs: ${message}`, level === 'error' ? { error: meta?.error } : {});
});

/** Says every 15 seconds that these workers live, and gives back the jobs of those that do not. */
const keepAlive = (workerIds: ReadonlySet<string>) => {
  const tick = async () => {
    try {
      const now = new Date();
      await beat(database(), [...workerIds], now);
      const dead = await releaseDeadWorkers(database(), now);
      if (dead.length > 0) log.warn('jobs of silent workers were given back', { workers: dead });
    } catch (error) {
      // The database may be away for a while; the next beat tries again, and /readyz tells that none came.
      log.warn('a heartbeat of the job worker failed', { error });
    }
  };
  const timer = setInterval(() => void tick(), BEAT_MS);
  return { first: tick(), stop: () => clearInterval(timer) };
};

/**
 * Works on the job queue of `DATABASE_URL` until it is stopped. Several processes may do so at once; jobs of one that
 * dies are back within two minutes.
 */
export const startWorker = async (): Promise<{ stop: () => Promise<void> }> => {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set: the start script sets it before the worker starts');
  const workerIds = new Set<string>();
  const events = new EventEmitter() as WorkerEvents;
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));
  const runner = await run({
    connectionString,
    events,
    logger,
    concurrency: CONCURRENCY,
    maxPoolSize: CONCURRENCY + 2,
    noHandleSignals: true,
    pollInterval: 5000,
    taskList: tasks,
    crontab: CRONTAB,
  });
  const life = keepAlive(workerIds);
  await life.first;
  return {
    stop: async () => {
      life.stop();
      await runner.stop();
      await forgetWorkers(database(), [...workerIds]);
    },
  };
};
