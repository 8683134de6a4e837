import type { Actor, UserActor } from '@/domain/access/actor';
import { Refusal } from '@/domain/refusal';

/** The signed-in person; refuses (`forbidden`) callers who are nobody in particular. */
export const signedIn = (actor: Actor): UserActor => {
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
  return actor;
};
