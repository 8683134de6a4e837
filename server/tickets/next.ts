import { z } from 'zod';
import { nextForAgent } from '@/db/tickets/desk-counts';
import { Refusal } from '@/domain/refusal';
import { query } from '../kernel/action';

/**
 * The number of the request that an agent would best do next, `null` where there is none: of those that are theirs, or
 * nobody's in their teams, awake and waiting for the desk, the most urgent and then the oldest; not the one they come from.
 */
export const next = query({
  permission: 'tickets.next',
  input: z.object({ except: z.coerce.number().int().positive().optional() }),
  async run({ db, actor, input }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    return { number: await nextForAgent(db, actor, input.except ?? null) };
  },
});
