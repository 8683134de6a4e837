import { z } from 'zod';
import type { Actor } from '@/domain/access/actor';
import { normaliseEmail } from '@/domain/people/email';
import type { Locale } from '@/domain/people/locale';
import { invalidField, type Phrase, Refusal } from '@/domain/refusal';

/** What a visitor says of themselves; ignored for signed-in people. */
export const visitorFields = {
  visitorName: z.string().trim().max(120).optional(),
  visitorEmail: z.string().trim().max(254).optional(),
  /** For people of several organisations: for which one they write. */
  organisationId: z.union([z.literal(''), z.uuid('errors.choice')]).optional(),
};

/** Who a request belongs to, and where mails about it go. */
export type Requester = { id: string; name: string; email: string; locale: Locale; organisationId: string | null };

type VisitorInput = {
  visitorName?: string | undefined;
  visitorEmail?: string | undefined;
  organisationId?: string | undefined;
};

const visitorEmail = (input: VisitorInput) => z.email().safeParse(normaliseEmail(input.visitorEmail ?? ''));

/** What a visitor has left out or written wrong of themselves; nothing for signed-in people, who are known. */
export const visitorFaults = (actor: Actor, input: VisitorInput): Record<string, Phrase> => {
  if (actor.kind === 'user') return {};
  return {
    ...(input.visitorName?.trim() ? {} : { visitorName: { key: 'errors.required' } }),
    ...(visitorEmail(input).success ? {} : { visitorEmail: { key: 'errors.email' } }),
  };
};

/**
 * The requester of a new request: the signed-in person, or the account of the visitor's address, made if it is new.
 * Takes what passed `visitorFaults`.
 */
export const requesterOf = async (
  actor: Actor,
  input: VisitorInput,
  visitorAccount: (visitor: { name: string; email: string }) => Promise<Requester>,
): Promise<Requester> => {
  if (actor.kind === 'user') {
    const ids = actor.memberships.map((membership) => membership.organisationId);
    if (input.organisationId && !ids.includes(input.organisationId))
      throw invalidField('organisationId', 'errors.choice');
    return { ...actor, organisationId: input.organisationId || (ids[0] ?? null) };
  }
  const email = visitorEmail(input);
  if (!input.visitorName || !email.success) throw new Refusal('invalid', 'errors.invalid');
  return visitorAccount({ name: input.visitorName, email: email.data });
};
