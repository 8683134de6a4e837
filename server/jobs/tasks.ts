import type { Task, TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { JobName } from '@/db/kernel/job-names';
import { HAND_BACK_JOB } from '@/domain/tickets/leaving';
import { TELL_OF_INCIDENT_JOB } from '@/domain/tickets/ties';
import { remind } from '../articles/remind';
import { announce } from '../comments/announce';
import { announce as announceIdea } from '../ideas/announce';
import { systemCall } from '../kernel/call';
import { sendMail } from '../mail/send';
import { fulfilWishes, indexRow, keepContent, ROW_KINDS, refreshBeginnings } from '../search/keep';
import { dropFormerIndex } from '../search/rebuild';
import { recompute } from '../sla/recompute';
import { handBack } from '../tickets/hand-back';
import { tellIdea } from '../tickets/tell-idea';
import { tellOfIncident } from '../tickets/tell-of-incident';
import { runApart } from './apart';
import { forgetWhatIsOver } from './clean';
import { announceDeadlines } from './deadlines';
import { handBackOfTheGone } from './leaving';
import { remindOfRecaps } from './recaps';
import { endSilences, wakeRequests } from './silence';

const handBackJob = z.object({ userId: z.uuid(), teamId: z.uuid().nullable(), after: z.number().optional() });
const recomputeJob = z.object({ after: z.uuid().nullable().default(null) });
const incidentJob = z.object({ updateId: z.uuid(), after: z.number().optional() });
const mailJob = z.object({ mailId: z.uuid() });
const commentJob = z.object({ commentId: z.uuid() });
const ideaJob = z.object({
  ideaId: z.uuid(),
  told: z.array(z.uuid()).default([]),
  after: z.uuid().nullable().default(null),
});
const rowJob = z.object({ kind: z.enum(ROW_KINDS), key: z.string() });

/** What the worker can do, by the names that jobs are queued under. Each is safe to run twice. */
export const tasks = {
  'mail.send': async (payload, { job }) => {
    const { mailId } = mailJob.parse(payload);
    const lastAttempt = job.attempts >= job.max_attempts;
    const { problem } = await sendMail(systemCall('worker'), { mailId, lastAttempt });
    // Thrown so that the queue tries again later, further and further apart.
    if (problem) throw new Error(`the mail was not accepted: ${problem}`);
  },
  'comments.announce': async (payload) => announce(systemCall('worker'), commentJob.parse(payload)),
  'ideas.announce': async (payload) => {
    const wanted = ideaJob.parse(payload);
    // Whoever reads it in the conversation of their request is not told a second time.
    const { told } = await tellIdea(systemCall('worker'), { ideaId: wanted.ideaId });
    await announceIdea(systemCall('worker'), { ...wanted, told: [...wanted.told, ...told] });
  },
  'search.row': async (payload) => {
    const { kind, key } = rowJob.parse(payload);
    await indexRow(kind, key);
  },
  'search-rows': async () => fulfilWishes(new Date()),
  'search.content': async () => keepContent(),
  'search.rebuild': async (_, { abortSignal }) => runApart('scripts/search-rebuild.ts', abortSignal),
  'search.tidy': async () => dropFormerIndex(),
  'search-beginnings': async () => refreshBeginnings(),
  'sla.recompute': async (payload) => {
    await recompute(systemCall('worker'), recomputeJob.parse(payload));
  },
  [HAND_BACK_JOB]: async (payload) => {
    await handBack(systemCall('worker'), handBackJob.parse(payload));
  },
  [TELL_OF_INCIDENT_JOB]: async (payload) => {
    await tellOfIncident(systemCall('worker'), incidentJob.parse(payload));
  },
  leaving: async () => handBackOfTheGone(new Date()),
  deadlines: async () => {
    const now = new Date();
    await wakeRequests(now);
    await announceDeadlines(now);
    await remindOfRecaps(now);
  },
  silence: async () => endSilences(new Date()),
  'review-reminders': async () => {
    await remind(systemCall('worker'), {});
  },
  clean: async () => forgetWhatIsOver(new Date()),
} satisfies TaskList & Record<JobName, Task>;

/**
 * What is done by the clock: deadlines, sleeping requests, recaps of calls and wishes of the index whose call was missed
 * each minute; silence at seven minutes past each hour, cleaning at seventeen, requests of who has left at twenty-seven;
 * which words are used most once a night; reminders to read articles again on Monday mornings, made up for within a week
 * where no worker ran.
 */
export const CRONTAB = [
  '* * * * * deadlines',
  '* * * * * search-rows',
  '7 * * * * silence',
  '17 * * * * clean',
  '27 * * * * leaving',
  '40 2 * * * search-beginnings',
  '0 6 * * 1 review-reminders ?fill=1w',
].join('\n');
