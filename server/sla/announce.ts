import type { Outbox } from '../kernel/outbox';
import { RECOMPUTE_JOB } from './recompute';

/** Has the deadlines of requests at work reckoned anew after the commit. Several changes in a row are one job. */
export const reckonAnew = (outbox: Outbox): Promise<void> =>
  outbox.job(RECOMPUTE_JOB, { after: null }, { key: RECOMPUTE_JOB });
