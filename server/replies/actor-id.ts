import type { Actor } from '@/domain/access/actor';
import { Refusal } from '@/domain/refusal';

/** The account behind the actor; refuses (`forbidden`) whoever has none. */
export const actorIdOf = (actor: Actor): string => {
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
  return actor.id;
};
