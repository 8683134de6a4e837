import { z } from 'zod';
import { insertOrganisation, writeDomains } from '@/db/organisations/queries';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { organisationFields } from './fields';

/** Makes an organisation. Refuses (`invalid`) domains that another one has. */
export const create = action({
  permission: 'organisations.create',
  input: z.object(organisationFields),
  async run({ tx, input: { domains, productVersion, notes, ...facts }, audit }) {
    const id = await insertOrganisation(tx, { ...facts, productVersion: productVersion || null, notes: notes || null });
    const taken = await writeDomains(tx, id, domains);
    if (taken) throw invalidField('domains', 'errors.domainTaken', { domain: taken });
    audit({ type: 'organisation', id }, { visibility: facts.visibility, access: facts.access });
    return { id };
  },
});
