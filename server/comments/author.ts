import type { Actor, UserActor } from '@/domain/access/actor';
import { Refusal } from '@/domain/refusal';

/** The signed-in person behind a call; refuses (`forbidden`) callers who are nobody in particular. */
export const authorBehind = (actor: Actor): UserActor => {
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
  return actor;
};
