import type { IdeaMove } from '@/domain/ideas/history';
import type { Tx } from '../client';
import { bearIdea } from './birth';
import { appendIdeaEvent, type Idea, markIdeaTold, recomputeIdea } from './queries';
import { insertVote, recountVotes } from './votes';

type NewIdea = Partial<
  Pick<Idea, 'title' | 'need' | 'why' | 'situation' | 'rhythm' | 'locale' | 'organisationId' | 'createdAt'>
> & {
  authorId: string;
};

/** What became of an idea, by whom and when. */
type Step = Omit<IdeaMove, 'from'> & { actorId: string; at: Date };

/** Writes an idea with its history and who supports it, for tests and the demo; what was decided is as if it had been told. */
export const makeIdea = async (
  tx: Tx,
  given: NewIdea,
  steps: readonly Step[] = [],
  supporters: readonly string[] = [],
): Promise<Idea> => {
  const { createdAt = new Date(), authorId, organisationId = null, locale = 'fr', ...said } = given;
  const words = { title: 'Relancer par SMS', need: 'Un bouton.', why: '', situation: '', rhythm: null, ...said };
  const idea = await bearIdea(tx, { words, locale, authorId, organisationId, actorId: authorId, now: createdAt });
  if (!idea) throw new Error('an idea without a key was taken for a repetition');
  let from = idea.state;
  for (const { actorId, at, ...move } of steps) {
    const id = await appendIdeaEvent(tx, idea.id, {
      kind: 'moved',
      actorId,
      at: at.getTime(),
      data: { from, ...move },
    });
    await markIdeaTold(tx, idea.id, id);
    from = move.to;
  }
  for (const userId of supporters) await insertVote(tx, idea.id, userId, createdAt);
  await recomputeIdea(tx, idea.id);
  const votes = await recountVotes(tx, idea.id);
  return { ...(await recomputeIdea(tx, idea.id)), votes };
};
