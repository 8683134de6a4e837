import type { Outbox } from './outbox';

/** The job that reckons deadlines anew, and by which it continues itself. */
export const RECOMPUTE_JOB = 'sla.recompute';

/** Has the deadlines of requests at work reckoned anew after the commit. Several changes in a row are one job. */
export const reckonAnew = (outbox: Outbox): Promise<void> =>
  outbox.job(RECOMPUTE_JOB, { after: null }, { key: RECOMPUTE_JOB });
