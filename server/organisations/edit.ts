import { z } from 'zod';
import { organisationForUpdate, updateOrganisation, writeDomains } from '@/db/organisations/queries';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { organisationFields } from './fields';

/** Changes what staff say of an organisation: name, version, domains, degree of visibility, way to join, notes. */
export const edit = action({
  permission: 'organisations.edit',
  input: z.object({ id: z.uuid(), ...organisationFields }),
  async run({ tx, input: { id, domains, productVersion, notes, ...facts }, audit }) {
    const before = await organisationForUpdate(tx, id);
    await updateOrganisation(tx, id, { ...facts, productVersion: productVersion || null, notes: notes || null });
    const taken = await writeDomains(tx, id, domains);
    if (taken) throw invalidField('domains', 'errors.domainTaken', { domain: taken });
    audit({ type: 'organisation', id }, { visibility: [before.visibility, facts.visibility], access: facts.access });
    return { id };
  },
});
