import { z } from 'zod';
import type { Actor, UserActor } from '@/domain/access/actor';
import { normaliseEmail } from '@/domain/people/email';
import type { Locale } from '@/domain/people/locale';
import { invalidField, type Phrase, Refusal } from '@/domain/refusal';

/** What a visitor says of themselves. */
export const visitorFields = {
  visitorName: z.string().trim().max(120).optional(),
  visitorEmail: z.string().trim().max(254).optional(),
};

export const organisationField = {
  /** For people of several organisations: for which one they write. */
  organisationId: z.union([z.literal(''), z.uuid('errors.choice')]).optional(),
};

/** Who a request belongs to, and where mails about it go. */
export type Requester = { id: string; name: string; email: string; locale: Locale; organisationId: string | null };

type VisitorInput = {
  visitorName?: string | undefined;
  visitorEmail?: string | undefined;
};

const visitorEmail = (input: VisitorInput) => z.email().safeParse(normaliseEmail(input.visitorEmail ?? ''));

/** What a visitor has left out or written wrong of themselves. */
export const visitorFaults = (_actor: Actor, input: VisitorInput): Record<string, Phrase> => ({
  ...(input.visitorName?.trim() ? {} : { visitorName: { key: 'errors.required' } }),
  ...(visitorEmail(input).success ? {} : { visitorEmail: { key: 'errors.email' } }),
});

/** The signed-in person as requester, for one of their organisations; refuses (`invalid`) others. */
export const requesterOf = (actor: UserActor, input: { organisationId?: string | undefined }): Requester => {
  const ids = actor.memberships.map((membership) => membership.organisationId);
  if (input.organisationId && !ids.includes(input.organisationId))
    throw invalidField('organisationId', 'errors.choice');
  return { ...actor, organisationId: input.organisationId || (ids[0] ?? null) };
};

/** Who a visitor says they are. Takes what passed `visitorFaults`. */
export const visitorOf = (input: VisitorInput): { name: string; email: string } => {
  const email = visitorEmail(input);
  if (!input.visitorName || !email.success) throw new Refusal('invalid', 'errors.invalid');
  return { name: input.visitorName, email: email.data };
};
