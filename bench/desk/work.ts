import { setTimeout as pause } from 'node:timers/promises';
import { database } from '@/db/client';
import { dueJobs } from '@/db/tickets/measure';
import { MEASURED } from '@/db/tickets/measure-ties';

/** As many requests as the figures are promised for; fewer for a quick look. */
export const REQUESTS = Number(process.env.GUICHET_BENCH_REQUESTS ?? 250_000);
/** So many ask, or write, at the same time. */
export const AT_ONCE = 8;

/** Cookies of the sessions of those who use the desk. */
export type People = { agents: string[]; managers: string[]; customers: string[] };

/** What agents look at: the lists a desk turns over all day. */
export const LISTS: readonly Record<string, string>[] = [
  {},
  { sort: 'due' },
  { sort: 'priority' },
  { assignee: 'me' },
  { team: 'mine', sort: 'priority' },
  { status: 'submitted' },
  { status: 'all', sort: 'created' },
  { status: 'closed' },
  { incident: MEASURED.incident },
  { theme: MEASURED.theme, status: 'all' },
];

/** One of a list, round and round. Throws a `RangeError` where the list is empty. */
export const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length];
  if (found === undefined) throw new RangeError('there is nothing to pick from');
  return found;
};

/** Whoever asks while mails are sent and the index is kept would wait for these too. */
export const untilNothingIsDue = async (): Promise<void> => {
  while ((await dueJobs(database())) > 0) await pause(500);
};
