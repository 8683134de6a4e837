import type { Tx } from '@/db/client';
import { policyToChoose } from '@/db/sla/queries';
import { invalidField } from '@/domain/refusal';

/** Refuses (`invalid`, field `policyKey`) a policy that does not exist; none is the house's own. */
export const knownPolicy = async (tx: Tx, policyKey: string | null): Promise<void> => {
  if (policyKey !== null && !(await policyToChoose(tx, policyKey))) throw invalidField('policyKey', 'errors.choice');
};
