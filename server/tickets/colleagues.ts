import { z } from 'zod';
import { membersOf, organisationsByIds } from '@/db/tickets/followers';
import { query } from '../kernel/action';

/** The actor's organisations, for which a request can be opened, with the colleagues who can be put in copy of it. */
export const colleagues = query({
  permission: 'tickets.colleagues',
  input: z.object({}),
  async run({ db, actor }) {
    if (actor.kind !== 'user') return { organisations: [], people: [] };
    const ids = actor.memberships.map((membership) => membership.organisationId);
    const [organisations, members] = await Promise.all([organisationsByIds(db, ids), membersOf(db, ids)]);
    const others = new Map(members.filter((member) => member.id !== actor.id).map(({ id, name }) => [id, name]));
    return { organisations, people: [...others].map(([id, name]) => ({ id, name })) };
  },
});
