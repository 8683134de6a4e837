import { z } from 'zod';
import { bearIdea } from '@/db/ideas/birth';
import { ideaByIdempotencyKey } from '@/db/ideas/queries';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { keptWords, personBehind, wordFields } from './progress';

/**
 * Proposes an idea. It is seen by its author and staff alone until the product team has read it. A repeated post with the
 * same key answers the idea that the first one wrote.
 */
export const propose = action({
  permission: 'ideas.propose',
  limits: [
    { max: 10, seconds: 600 },
    { max: 40, seconds: 86_400 },
  ],
  input: z.object({
    ...wordFields,
    /** For people of several organisations: for which one they write. */
    organisationId: z.union([z.literal(''), z.uuid('errors.choice')]).optional(),
    idempotencyKey: z.uuid().optional(),
  }),
  async run({ tx, actor, input, call, now, audit }) {
    const author = personBehind(actor);
    const { organisationId, idempotencyKey = null, ...said } = input;
    const own = author.memberships.map((membership) => membership.organisationId);
    if (organisationId && !own.includes(organisationId)) throw invalidField('organisationId', 'errors.choice');
    const idea = await bearIdea(tx, {
      words: keptWords(said),
      locale: call.locale,
      authorId: author.id,
      organisationId: organisationId || (own[0] ?? null),
      actorId: author.id,
      idempotencyKey,
      now,
    });
    if (!idea) {
      const earlier = idempotencyKey && (await ideaByIdempotencyKey(tx, author.id, idempotencyKey));
      if (!earlier) throw new Error('an idea was refused by a unique index that is not its idempotency key');
      return { number: earlier.number };
    }
    audit({ type: 'idea', id: idea.id }, { number: idea.number });
    return { number: idea.number };
  },
});
