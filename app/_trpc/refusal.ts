import { TRPCError } from '@trpc/server';
import { Refusal } from '@/domain/refusal';
import { RefusedSignIn } from '@/server/auth';

/** The refusal behind what a verb threw, if it was one. */
export const refusalBehind = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error;
  if (error instanceof RefusedSignIn) return error.refusal;
  return error instanceof TRPCError && error.cause instanceof Refusal ? error.cause : null;
};

/** For what an address names and a verb refuses: it is as if nothing were named. */
export const passOver = (error: unknown): null => {
  if (refusalBehind(error)) return null;
  throw error;
};
