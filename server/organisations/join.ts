import { z } from 'zod';
import { insertJoinRequest, keepersOf, organisationOfDomain, provedEmail } from '@/db/organisations/joining';
import { addMember, organisationForUpdate } from '@/db/organisations/queries';
import { joiningBy, tellingDomain } from '@/domain/organisations/joining';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

const TO_MANAGERS = '/account/organisation';

/**
 * Joins the organisation that the actor's proved address belongs to: at once where it is open to its addresses, else
 * those who look after it are asked, once. An organisation of another address, or one that only invites, does not exist
 * (`not-found`): nobody learns by trying who is a customer here.
 */
export const join = action({
  permission: 'organisations.join',
  limits: [{ max: 20, seconds: 3600 }],
  input: z.object({ organisationId: z.uuid() }),
  async run({ tx, actor, input: { organisationId }, now, outbox, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
    const email = await provedEmail(tx, actor.id);
    const domain = email && tellingDomain(email);
    const found = domain ? await organisationOfDomain(tx, domain, actor.id) : null;
    if (!found || found.id !== organisationId) throw notFound('organisation');
    // Held, so that an archive or a change of access at the same moment comes before or after this.
    const organisation = await organisationForUpdate(tx, organisationId);
    const by = organisation.archivedAt ? null : joiningBy(organisation.access);
    if (!by) throw notFound('organisation');
    if (found.member) throw new Refusal('conflict', 'errors.alreadyMember');
    audit({ type: 'organisation', id: organisationId }, { userId: actor.id });
    if (by === 'joins') {
      await addMember(tx, { organisationId, userId: actor.id, createdAt: now });
      return { joined: true };
    }
    if (!(await insertJoinRequest(tx, { organisationId, userId: actor.id, createdAt: now }))) return { joined: false };
    const { managers, people } = await keepersOf(tx, organisationId);
    const data = {
      organisation: organisation.name,
      author: actor.name,
      email: actor.email,
      path: managers ? TO_MANAGERS : `/admin/organisations/${organisationId}`,
    };
    for (const to of people) await outbox.mail({ template: 'organisations.joinAsked', to, data });
    return { joined: false };
  },
});
