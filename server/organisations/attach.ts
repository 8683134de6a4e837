import { z } from 'zod';
import { settleJoinRequests } from '@/db/organisations/joining';
import { writeMembership } from '@/db/organisations/queries';
import { accountByEmail } from '@/db/people/accounts';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { emailField, teamField } from './fields';
import { ownOrganisation, teamOf } from './rows';

/** Attaches an account to an organisation, by staff; its owner is told. An address without an account is refused (`invalid`): it is invited instead. */
export const attach = action({
  permission: 'organisations.attach',
  input: z.object({
    organisationId: z.uuid(),
    email: emailField,
    manager: z.boolean().default(false),
    teamId: teamField,
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const organisation = await ownOrganisation(tx, actor, input.organisationId);
    if (organisation.archivedAt) throw new Refusal('conflict', 'errors.organisationArchived');
    const account = await accountByEmail(tx, input.email);
    if (!account) throw invalidField('email', 'errors.noAccount');
    const teamId = await teamOf(tx, organisation.id, input.teamId);
    const membership = { organisationId: organisation.id, userId: account.id, manager: input.manager, teamId };
    const joined = await writeMembership(tx, { ...membership, createdAt: now });
    await settleJoinRequests(tx, membership, now);
    const data = { organisation: organisation.name };
    if (joined && !account.deactivatedAt) await outbox.mail({ template: 'organisations.attached', to: account, data });
    audit({ type: 'organisation', id: organisation.id }, { userId: account.id, manager: input.manager });
    return { userId: account.id };
  },
});
