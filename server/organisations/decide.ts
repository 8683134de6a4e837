import { z } from 'zod';
import { decideJoinRequest, joinRequestById } from '@/db/organisations/joining';
import { addMember } from '@/db/organisations/queries';
import { accountForUpdate } from '@/db/people/accounts';
import { looksAfter } from '@/domain/access/organisations';
import { JOIN_OUTCOMES } from '@/domain/organisations/joining';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { ownOrganisation } from './rows';

/**
 * Lets somebody who asked into an organisation, or not, with a word; they are told in their language. For those who look
 * after the organisation; to others the question does not exist. Refuses (`conflict`) what somebody has decided before.
 */
export const decide = action({
  permission: 'organisations.decide',
  input: z.object({
    id: z.uuid(),
    outcome: z.enum(JOIN_OUTCOMES),
    word: z.string().trim().max(1000).default(''),
  }),
  async run({ tx, actor, input: { id, outcome, word }, now, outbox, audit }) {
    const request = await joinRequestById(tx, id);
    const { organisationId, userId } = request;
    if (actor.kind !== 'user' || !looksAfter(actor, organisationId)) throw notFound('joinRequest');
    const organisation = await ownOrganisation(tx, actor, organisationId);
    const approved = outcome === 'approved';
    if (approved && organisation.archivedAt) throw new Refusal('conflict', 'errors.organisationArchived');
    const decision = { outcome, word: word || null, decidedBy: actor.id, decidedAt: now };
    if (!(await decideJoinRequest(tx, id, decision))) throw new Refusal('conflict', 'errors.joinDecided');
    const to = await accountForUpdate(tx, userId);
    if (approved) await addMember(tx, { organisationId, userId, createdAt: now });
    const data = { organisation: organisation.name, approved, word };
    if (!to.deactivatedAt) await outbox.mail({ template: 'organisations.joinDecided', to, data });
    audit({ type: 'organisation', id: organisationId }, { userId, outcome, ...(word ? { word } : {}) });
    return { organisationId, approved };
  },
});
