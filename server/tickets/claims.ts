import { z } from 'zod';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { hashSecret } from '../kernel/tokens';

/** Files uploaded before the message is written: their ids and the secret that only the uploader was told. */
export const claims = z
  .array(z.object({ id: z.uuid(), claim: z.string().min(1).max(100) }))
  .max(TICKET_LIMITS.files, 'errors.tooManyFiles')
  .default([]);

/** Claims as the database compares them. */
export const hashClaims = (files: z.output<typeof claims>): { id: string; claimHash: string }[] =>
  files.map((file) => ({ id: file.id, claimHash: hashSecret(file.claim) }));
