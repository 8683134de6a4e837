import { z } from 'zod';
import type { Actor } from '@/domain/access/actor';
import { normaliseEmail } from '@/domain/people/email';
import type { Locale } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';

/** What a visitor says of themselves; ignored for signed-in people. */
export const visitorFields = {
  visitorName: z.string().trim().max(120).optional(),
  visitorEmail: z.string().trim().max(254).optional(),
};

/** Who a request belongs to, and where mails about it go. */
export type Requester = { id: string; name: string; email: string; locale: Locale; organisationId: string | null };

type VisitorInput = { visitorName?: string | undefined; visitorEmail?: string | undefined };

/**
 * The requester of a new request: the signed-in person, or the account of the visitor's address, made if it is new.
 * Refuses (`invalid`) a visitor without name or address, naming each field.
 */
export const requesterOf = async (
  actor: Actor,
  input: VisitorInput,
  visitorAccount: (visitor: { name: string; email: string }) => Promise<Requester>,
): Promise<Requester> => {
  if (actor.kind === 'user') {
    return { ...actor, organisationId: actor.memberships[0]?.organisationId ?? null };
  }
  const name = input.visitorName ?? '';
  const email = z.email().safeParse(normaliseEmail(input.visitorEmail ?? ''));
  if (!name || !email.success) {
    throw new Refusal(
      'invalid',
      'errors.invalid',
      {},
      {
        ...(name ? {} : { visitorName: { key: 'errors.required' } }),
        ...(email.success ? {} : { visitorEmail: { key: 'errors.email' } }),
      },
    );
  }
  return visitorAccount({ name, email: email.data });
};
