import { z } from 'zod';
import { membersOf, organisationsByIds } from '@/db/tickets/followers';
import { MOST_OFFERED, offeredOf } from '@/domain/people/choice';
import { query } from '../kernel/action';

/**
 * The actor's organisations, for which a request can be opened, with the colleagues who can be put in copy of it: 100 at most,
 * by the beginnings of words of their name or address, and whether there are more.
 */
export const colleagues = query({
  permission: 'tickets.colleagues',
  pace: { max: 600, seconds: 60 },
  input: z.object({ text: z.string().trim().max(200).optional() }),
  async run({ db, actor, input: { text } }) {
    if (actor.kind !== 'user') return { organisations: [], people: [], more: false };
    const ids = actor.memberships.map((membership) => membership.organisationId);
    const [organisations, members] = await Promise.all([
      organisationsByIds(db, ids),
      membersOf(db, ids, { text, except: [actor.id], limit: MOST_OFFERED + 1 }),
    ]);
    return { organisations, ...offeredOf(members) };
  },
});
