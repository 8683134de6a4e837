import { z } from 'zod';
import { isBlocked } from '@/db/blocking/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { checkedRequest, requestFaults, requestFields } from './checked-request';
import { visitorFaults, visitorFields, visitorOf } from './requester';
import { keepUnconfirmed } from './unconfirmed';

/**
 * Takes what a visitor sends by an e-mail address: it waits, seen by nobody, until they follow the link that is mailed to
 * the address (`tickets.confirm`). Refuses blocked addresses (`blocked`) and keeps nothing of theirs. A repeated post with
 * the same key is kept once.
 */
export const ask = action({
  permission: 'tickets.ask',
  limits: [
    { max: 10, seconds: 600 },
    { max: 40, seconds: 86_400 },
  ],
  input: z.object({ ...requestFields, ...visitorFields }),
  faults: async (actor, raw) => ({ ...visitorFaults(actor, raw), ...(await requestFaults(actor, raw)) }),
  async run({ tx, actor, input, call, now, outbox, audit }) {
    const visitor = visitorOf(input);
    if (await isBlocked(tx, visitor.email)) {
      throw new Refusal('blocked', 'errors.invalid', {}, { visitorEmail: { key: 'errors.blockedAddress' } });
    }
    await checkedRequest(tx, input);
    const id = await keepUnconfirmed({ tx, actor, call, now, outbox }, visitor, input);
    if (id) audit({ type: 'unconfirmedRequest', id }, { files: input.files.length });
    return { email: visitor.email };
  },
});
