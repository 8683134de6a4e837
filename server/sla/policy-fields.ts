import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { listCalendars, listLevels, listPolicies, writeTargets } from '@/db/sla/queries';
import { invalidField } from '@/domain/refusal';
import { bilingual } from '../kernel/bilingual';
import { targetFields } from './level-fields';

/** What an administrator says of a policy. Of levels that are not named, what was promised stays. */
export const policyFields = {
  name: bilingual(80),
  calendar: z.string().min(1, 'errors.choice').max(80, 'errors.choice'),
  targets: z.record(z.string().max(80), targetFields).default({}),
};

/** Refuses (`invalid`) a calendar that does not exist. */
export const knownCalendar = async (tx: Tx, calendar: string): Promise<void> => {
  if (!(await listCalendars(tx)).some(({ key }) => key === calendar)) throw invalidField('calendar', 'errors.choice');
};

type Promises = Record<string, z.output<typeof targetFields>>;

/** Writes what a policy promises for the levels that are named, and answers what is new of it (`null`: nothing); what is no level any more is passed over. */
export const writePromises = async (tx: Tx, policy: string, promises: Promises): Promise<Promises | null> => {
  const before = (await listPolicies(tx)).find(({ key }) => key === policy)?.targets;
  const changed: Promises = {};
  for (const { key } of await listLevels(tx)) {
    const targets = promises[key];
    if (!targets || isDeepStrictEqual(targets, before?.get(key))) continue;
    await writeTargets(tx, policy, key, targets);
    changed[key] = targets;
  }
  return Object.keys(changed).length > 0 ? changed : null;
};
