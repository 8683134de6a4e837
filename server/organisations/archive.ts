import { z } from 'zod';
import { organisationForUpdate, updateOrganisation } from '@/db/organisations/queries';
import { action } from '../kernel/action';

/** Puts an organisation away, or takes it out again. Nothing of it is lost; nobody joins it meanwhile. */
export const archive = action({
  permission: 'organisations.archive',
  input: z.object({ id: z.uuid(), archived: z.boolean() }),
  async run({ tx, input: { id, archived }, now, audit }) {
    await organisationForUpdate(tx, id);
    await updateOrganisation(tx, id, { archivedAt: archived ? now : null });
    audit({ type: 'organisation', id }, { archived });
    return { id };
  },
});
