import type { TRPCClientErrorLike } from '@trpc/client';
import type { Phrase } from '@/domain/refusal';
import type { AppRouter } from '@/server/root';

// By what it holds, and not by its class: the client of the verbs is loaded when somebody asks something of it.
const isAnswer = (error: unknown): error is Pick<TRPCClientErrorLike<AppRouter>, 'data'> =>
  typeof error === 'object' && error !== null && 'data' in error && Boolean(error.data);

/** Why a question to a verb got no answer: what the verb said, that it failed, or that nobody was reached. */
export const problemOf = (error: unknown): Phrase => {
  if (!isAnswer(error)) return { key: 'errors.notReached' };
  const refusal = error.data?.refusal;
  return refusal ? { key: refusal.messageKey, data: refusal.data } : { key: 'errors.sendFailed' };
};
