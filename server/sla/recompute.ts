import { z } from 'zod';
import { holdTickets, ticketsAtWork } from '@/db/tickets/deadlines';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { forEachAlone } from '../kernel/each';
import { RECOMPUTE_JOB } from '../kernel/reckon-anew';

/** Few enough that a request is not held for long by the transaction that reckons its neighbours. */
const BATCH = 100;

/**
 * Reckons the deadlines of requests at work anew, a batch at a time, after a policy, a calendar or the release rhythm has
 * changed. Safe to repeat: each batch names the request that it comes after.
 */
export const recompute = action({
  permission: 'sla.recompute',
  input: z.object({ after: z.uuid().nullable().default(null) }),
  async run({ tx, input, outbox }) {
    const ids = await ticketsAtWork(tx, input.after, BATCH);
    await holdTickets(tx, ids);
    await forEachAlone('recompute', ids, (id) => tx.transaction((one) => recomputeTicket(one, id)));
    const last = ids.at(-1);
    const more = ids.length === BATCH && last !== undefined;
    if (more) await outbox.job(RECOMPUTE_JOB, { after: last });
    return { count: ids.length, more };
  },
});
