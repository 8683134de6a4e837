import { z } from 'zod';
import { VISIBILITY_DEGREES } from '@/domain/organisations/degrees';
import { ACCESS_MODES, domainFault, domainsIn } from '@/domain/organisations/joining';
import { normaliseEmail } from '@/domain/people/email';

/** An address as people type it, normalised. */
export const emailField = z
  .string()
  .min(1, 'errors.required')
  .max(254, 'errors.email')
  .transform(normaliseEmail)
  .pipe(z.email('errors.email'));

/** A team of the organisation, or none. */
export const teamField = z.union([z.literal(''), z.uuid('errors.choice')]).optional();

const domainsField = z
  .string()
  .max(2000)
  .transform(domainsIn)
  .superRefine((domains, context) => {
    const faults = domains.map(domainFault);
    if (faults.includes('form')) context.addIssue({ code: 'custom', message: 'errors.domainForm' });
    else if (faults.includes('public')) context.addIssue({ code: 'custom', message: 'errors.domainPublic' });
  });

/** What staff say of an organisation. */
export const organisationFields = {
  name: z.string().trim().min(1, 'errors.required').min(2).max(120),
  productVersion: z.string().trim().max(60),
  domains: domainsField,
  visibility: z.enum(VISIBILITY_DEGREES),
  access: z.enum(ACCESS_MODES),
  notes: z.string().trim().max(5000),
};
