import { z } from 'zod';
import type { Voter } from '@/db/articles/votes';
import type { Actor } from '@/domain/access/actor';
import { hashSecret } from '../kernel/tokens';

/** Behind which cookie a visitor stands. */
export const readerTokenField = z
  .string()
  .regex(/^[\w-]{20,100}$/)
  .optional();

/** Whose vote it is: the account's, and the one that was given under the reader's cookie before signing in. */
export const voterOf = (actor: Actor, readerToken: string | undefined): Voter => ({
  userId: actor.kind === 'user' ? actor.id : null,
  readerHash: readerToken ? hashSecret(readerToken) : null,
});
