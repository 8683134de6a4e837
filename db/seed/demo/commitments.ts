import { eq } from 'drizzle-orm';
import type { PolicyTargets } from '@/domain/sla/policy';
import type { Tx } from '../../client';
import { requestTypes } from '../../forms/schema';
import { insertPolicy, listLevels, writeTargets } from '../../sla/queries';
import { SHIPPED_CALENDAR } from '../levels';

const KEY = 'consulting';

/** Advice is given by appointment: it is taken up soon, whatever hangs on it, and nobody promises when it is done. */
const TARGETS: PolicyTargets = {
  taken: { kind: 'work', amount: 2, unit: 'day' },
  answer: { kind: 'work', amount: 5, unit: 'day' },
  resolution: { kind: 'bestEffort' },
};

/** A second set of deadlines, which requests for consulting go by: the first is the house's own. */
export const seedCommitments = async (tx: Tx): Promise<void> => {
  const name = { fr: 'Conseil, sur rendez-vous', en: 'Consulting, by appointment' };
  await insertPolicy(tx, { key: KEY, name, calendarKey: SHIPPED_CALENDAR.key });
  for (const level of await listLevels(tx)) await writeTargets(tx, KEY, level.key, TARGETS);
  await tx.update(requestTypes).set({ policyKey: KEY }).where(eq(requestTypes.key, 'consulting'));
};
