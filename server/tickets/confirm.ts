import { z } from 'zod';
import { isBlocked } from '@/db/blocking/queries';
import { accountByEmail } from '@/db/people/accounts';
import { findOrCreateRequester } from '@/db/people/queries';
import { holdUnconfirmed, markConfirmed, unconfirmedByToken } from '@/db/tickets/unconfirmed';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';
import { checkedRequest, requestFields } from './checked-request';
import { openTicket } from './opening';

const requestInput = z.object(requestFields);

/**
 * Opens what a visitor sent, once the link in their mail is followed: whoever has the mail has the address. The account of
 * the address is made if it is new. Following the link again answers the same number. Throws `not-found` for a link that
 * is too old or never was; refuses (`conflict`) where the form has changed since so that the request no longer fits it,
 * and addresses that were blocked, or whose account was closed (`blocked`): no answer would reach them.
 */
export const confirm = action({
  permission: 'tickets.confirm',
  limits: [{ max: 30, seconds: 600 }],
  input: z.object({ token: z.string().min(1).max(100) }),
  async run({ tx, actor, input, call, now, outbox, audit }) {
    const found = await unconfirmedByToken(tx, hashSecret(input.token));
    const held = found && (await holdUnconfirmed(tx, found.request.id));
    if (!held) throw notFound('confirmation');
    const again = await unconfirmedByToken(tx, held.tokenHash);
    if (again?.ticket) return { number: again.ticket.number };
    if (held.expiresAt <= now) throw notFound('confirmation');
    const { email, name, locale } = held;
    const isClosed = Boolean((await accountByEmail(tx, email))?.deactivatedAt);
    if (isClosed || (await isBlocked(tx, email))) throw new Refusal('blocked', 'errors.blockedAddress');
    const said = requestInput.safeParse(held.input);
    if (!said.success) throw new Refusal('conflict', 'errors.formChanged');
    const request = await checkedRequest(tx, said.data).catch((error: unknown) => {
      throw error instanceof Refusal ? new Refusal('conflict', 'errors.formChanged') : error;
    });
    const requester = await findOrCreateRequester(tx, { email, name, locale, now });
    const opening = { tx, actor, call: { ...call, locale }, now, outbox, byVisitor: true as const };
    const { ticket } = await openTicket(opening, requester, request);
    await markConfirmed(tx, held.id, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { number: ticket.number, confirmed: true });
    return { number: ticket.number };
  },
});
