import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { failedJobs, lastHeartbeat, releaseDeadWorkers } from '@/db/kernel/jobs';
import { outboxMails } from '@/db/kernel/schema';
import { outboxOf } from '../kernel/outbox';
import { startWorker } from './worker';

const WAIT = { timeout: 60_000, interval: 50 };

const jobsOf = async (name: string) =>
  database().execute<{ locked_by: string | null; attempts: number }>(
    sql`select locked_by, attempts from graphile_worker.jobs where task_identifier = ${name}`,
  );
const queueMail = async (): Promise<string> => {
  const email = `${randomUUID()}@example.test`;
  await database().transaction((tx) =>
    outboxOf(tx, new Date()).mail({
      template: 'people.signIn',
      to: { email, name: 'Noor', locale: 'fr' },
      data: { path: '/fr/link', minutes: 15 },
    }),
  );
  return email;
};
const stateOf = async (email: string) => {
  const [row] = await database().select().from(outboxMails).where(eq(outboxMails.recipient, email));
  return row?.state;
};

afterEach(async () => {
  await database().execute(sql`delete from graphile_worker._private_jobs`);
});

describe('the job worker', () => {
  it('takes what an action has queued, several at once, and says it lives', async () => {
    const workers = await Promise.all([startWorker(), startWorker()]);
    try {
      const mails = await Promise.all([queueMail(), queueMail(), queueMail()]);
      await vi.waitFor(
        async () => expect(await Promise.all(mails.map(stateOf))).toEqual(['kept', 'kept', 'kept']),
        WAIT,
      );
      expect(await lastHeartbeat(database())).toBeInstanceOf(Date);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });

  it('gives back the jobs of a worker that was killed', async () => {
    const holds = `
      import { run } from 'graphile-worker';
      await run({ connectionString: process.env.DATABASE_URL, noHandleSignals: true,
        taskList: { 'test.hold': () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)); } } });`;
    await database().execute(sql`select graphile_worker.add_job('test.hold')`);
    const child = spawn(process.execPath, ['--input-type=module', '-e', holds], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => child.stdout.on('data', (text) => String(text).includes('held') && resolve()));
    child.kill('SIGKILL');
    expect((await jobsOf('test.hold'))[0]?.locked_by).toMatch(/./);
    expect(await releaseDeadWorkers(database(), new Date())).toEqual([]);
    const later = new Date(Date.now() + 61_000);
    expect(await releaseDeadWorkers(database(), later)).toHaveLength(1);
    expect((await jobsOf('test.hold'))[0]?.locked_by).toBeNull();
  });

  it('shows a job that has failed for good', async () => {
    await database().execute(
      sql`select graphile_worker.add_job('mail.send', payload := '{"mailId":"not an id"}'::json, max_attempts := 1)`,
    );
    const worker = await startWorker();
    try {
      await vi.waitFor(
        async () => expect(await failedJobs(database())).toMatchObject([{ name: 'mail.send', attempts: 1 }]),
        WAIT,
      );
    } finally {
      await worker.stop();
    }
  });
});
