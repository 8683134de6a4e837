import { z } from 'zod';
import { organisationOfDomain, provedEmail } from '@/db/organisations/joining';
import { joiningBy, tellingDomain } from '@/domain/organisations/joining';
import { query } from '../kernel/action';

/**
 * The organisation that the actor's proved address belongs to and that they may join or ask to join; `null` for
 * everybody else: those whose address says nothing, members, and those whom only an invitation lets in.
 */
export const offers = query({
  permission: 'organisations.offers',
  input: z.object({}),
  async run({ db, actor }) {
    if (actor.kind !== 'user') return null;
    const email = await provedEmail(db, actor.id);
    const domain = email && tellingDomain(email);
    const found = domain ? await organisationOfDomain(db, domain, actor.id) : null;
    const by = found && !found.member ? joiningBy(found.access) : null;
    return found && by ? { id: found.id, name: found.name, by, asked: found.asked } : null;
  },
});
