import { z } from 'zod';
import { normaliseEmail } from '@/domain/people/email';
import { isPersonName, PERSON_NAME_LENGTH } from '@/domain/people/name';
import { PASSWORD_LENGTH } from '@/domain/people/passwords';
import { hashSecret } from '../kernel/tokens';

/** An address as people type it, normalised. */
export const emailField = z
  .string()
  .min(1, 'errors.required')
  .max(254, 'errors.email')
  .transform(normaliseEmail)
  .pipe(z.email('errors.email'));

/** A person's full name. */
export const nameField = z
  .string()
  .trim()
  .min(1, 'errors.required')
  .min(PERSON_NAME_LENGTH.min)
  .max(PERSON_NAME_LENGTH.max)
  .refine(isPersonName, 'errors.personName');

/** A password somebody types to prove who they are. What makes a new one acceptable is `passwordFault`. */
export const passwordField = z.string().min(1, 'errors.required').max(PASSWORD_LENGTH.max);

/** The secret of a one-time link. */
export const tokenField = z.string().min(1, 'errors.linkGone').max(100, 'errors.linkGone');

/** Counts calls by address without keeping the address in the counter's name. */
export const byAddress = (input: { email: string }): string => `address:${hashSecret(input.email).slice(0, 32)}`;
