import { TRPCError } from '@trpc/server';
import { Refusal } from '@/domain/refusal';
import { RefusedSignIn } from '@/server/auth';

/** The refusal behind what a verb threw, if it was one. */
export const refusalBehind = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error;
  if (error instanceof RefusedSignIn) return error.refusal;
  return error instanceof TRPCError && error.cause instanceof Refusal ? error.cause : null;
};

/**
 * For what an address names and a verb refuses: it is as if nothing were named. Whoever only asks too often is not told that
 * their link is worth nothing: the page says that it could not be shown, and to try again.
 */
export const passOver = (error: unknown): null => {
  const refusal = refusalBehind(error);
  if (refusal && refusal.code !== 'too-many') return null;
  throw error;
};
