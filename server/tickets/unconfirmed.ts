import { z } from 'zod';
import type { Tx } from '@/db/client';
import { clockRules } from '@/db/sla/queries';
import {
  countUnconfirmed,
  holdAttachments,
  insertUnconfirmed,
  unconfirmedByKey,
  unconfirmedByToken,
} from '@/db/tickets/unconfirmed';
import { invalidField, notFound, Refusal } from '@/domain/refusal';
import { expectationOf } from '@/domain/sla/expectation';
import { query } from '../kernel/action';
import { hashSecret, newSecret } from '../kernel/tokens';
import { hashClaims } from './claims';
import type { CheckedRequest, Opening } from './opening';

/** How long a visitor's request waits for its address to be confirmed: over a weekend. */
export const CONFIRMATION_HOURS = 72;
const HOUR = 3_600_000;
/** Nobody gets more mails than this in an hour by somebody else typing their address. */
const MOST_AN_HOUR = 5;

type Visitor = { name: string; email: string };

type Sent = CheckedRequest['input'];

/** Whether the same words wait under the key of a post already. */
const isKept = async (tx: Tx, email: string, { idempotencyKey, subject, description }: Sent): Promise<boolean> => {
  const kept = idempotencyKey ? await unconfirmedByKey(tx, email, idempotencyKey) : null;
  return kept?.subject === subject && kept.description === description;
};

/**
 * Keeps what a visitor sent, with its files, and writes to the address for confirmation. Nothing of it is seen by anybody
 * until then. A repeated post is kept once, and answers `null`.
 */
export const keepUnconfirmed = async (
  { tx, call, now, outbox }: Opening,
  visitor: Visitor,
  input: Sent & Record<string, unknown>,
): Promise<string | null> => {
  const { email, name } = visitor;
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + CONFIRMATION_HOURS * HOUR);
  const lately = await countUnconfirmed(tx, email, new Date(now.getTime() - HOUR));
  if (lately >= MOST_AN_HOUR) throw new Refusal('too-many', 'errors.tooMany', { minutes: 60 });
  const row = { email, name, locale: call.locale, input, tokenHash: hashSecret(token), expiresAt, createdAt: now };
  const keyed = await insertUnconfirmed(tx, { ...row, idempotencyKey: input.idempotencyKey ?? null });
  // Other words under the same key, as by a page that was gone back to, are another request, and are not lost.
  const kept = keyed ?? ((await isKept(tx, email, input)) ? null : await insertUnconfirmed(tx, row));
  if (!kept) return null;
  if ((await holdAttachments(tx, hashClaims([...input.files]), expiresAt)) < input.files.length) {
    throw invalidField('files', 'errors.fileGone');
  }
  // Nothing of what was written goes along: whoever typed the address may not be who reads it, and our mail server sends
  // nobody's words to strangers.
  await outbox.mail({
    template: 'tickets.confirm',
    to: { email, name: '', locale: call.locale },
    data: {
      path: `/${call.locale}/requests/confirm?${new URLSearchParams({ token })}`,
      hours: CONFIRMATION_HOURS,
    },
  });
  return kept;
};

/** What a link is about, still open or already confirmed; throws `not-found` for one that is too old or never was. */
export const unconfirmed = query({
  permission: 'tickets.unconfirmed',
  pace: { max: 60, seconds: 60 },
  input: z.object({ token: z.string().min(1).max(100) }),
  async run({ db, input, now }) {
    const found = await unconfirmedByToken(db, hashSecret(input.token));
    if (!found || (!found.ticket && found.request.expiresAt <= now)) throw notFound('confirmation');
    const { email, input: sent } = found.request;
    const { ticket } = found;
    return {
      email,
      subject: String(sent.subject ?? ''),
      number: ticket?.number ?? null,
      complete: ticket?.complete ?? false,
      // Nothing is promised of a deadline that does not run yet.
      expectation: ticket?.complete
        ? expectationOf(await clockRules(db, ticket.typeKey, ticket.criticality), ticket.createdAt.getTime())
        : null,
    };
  },
});
