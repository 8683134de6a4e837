import { z } from 'zod';
import type { Idea } from '@/db/ideas/queries';
import type { Actor, UserActor } from '@/domain/access/actor';
import { IDEA_LIMITS, IDEA_RHYTHMS } from '@/domain/ideas/states';
import { Refusal } from '@/domain/refusal';
import type { Outbox } from '../kernel/outbox';

/** A decision that is put right within so many seconds is told to nobody. */
const SECONDS_BEFORE_TELLING = 10;

/** The field that names an idea. */
export const numberField = { number: z.coerce.number().int().positive().max(2_147_483_647) };

/** What an idea says, whoever writes it. */
export const wordFields = {
  title: z.string().trim().min(1, 'errors.required').max(IDEA_LIMITS.title),
  need: z.string().trim().min(1, 'errors.required').max(IDEA_LIMITS.text),
  why: z.string().trim().max(IDEA_LIMITS.text).default(''),
  situation: z.string().trim().max(IDEA_LIMITS.text).default(''),
  rhythm: z.union([z.literal(''), z.enum(IDEA_RHYTHMS, 'errors.choice')]).default(''),
};

/** The words of an idea as the row keeps them. */
export const keptWords = <Words extends { rhythm: '' | (typeof IDEA_RHYTHMS)[number] }>({
  rhythm,
  ...words
}: Words) => ({
  ...words,
  rhythm: rhythm || null,
});

/** The account behind the actor; `null` where Guichet itself acts. */
export const actorId = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);

/** The signed-in person behind a call; refuses (`forbidden`) callers who are nobody in particular. */
export const personBehind = (actor: Actor): UserActor => {
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
  return actor;
};

/** Pages that show an idea, and the lists of ideas, are made anew; so is what search knows of it. */
export const touchIdea = async (outbox: Outbox, { number }: Pick<Idea, 'number'>): Promise<void> => {
  await outbox.touch(`ideas:${number}`);
  await outbox.index('idea', String(number));
};

/** Tells people of where an idea then stands, a little later: of several decisions in a row only the last. */
export const tellLater = (outbox: Outbox, idea: Pick<Idea, 'id'>, now: Date): Promise<void> =>
  outbox.job(
    'ideas.announce',
    { ideaId: idea.id },
    { key: `ideas.announce:${idea.id}`, runAt: new Date(now.getTime() + SECONDS_BEFORE_TELLING * 1000) },
  );
