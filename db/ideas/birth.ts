import type { IdeaWords } from '@/domain/ideas/from-request';
import type { Locale } from '@/domain/people/locale';
import type { Tx } from '../client';
import { appendIdeaEvent, type Idea, ideaForUpdate, insertIdea, recomputeIdea } from './queries';
import { tieRequest } from './requests';
import { insertVote, recountVotes } from './votes';

export type Birth = {
  words: IdeaWords;
  locale: Locale;
  authorId: string;
  organisationId: string | null;
  /** Who writes it down: its author, or somebody of the desk for them. */
  actorId: string | null;
  idempotencyKey?: string | null;
  now: Date;
};

/**
 * Writes an idea with the fact that it was proposed and its author's voice; `null` when its author sent the same one
 * before. The caller leaves what is to be told in the outbox.
 */
export const bearIdea = async (tx: Tx, { words, now, ...birth }: Birth): Promise<Idea | null> => {
  const { actorId, idempotencyKey = null, ...owner } = birth;
  const idea = await insertIdea(tx, { ...words, ...owner, idempotencyKey, createdAt: now });
  if (!idea) return null;
  await appendIdeaEvent(tx, idea.id, { kind: 'proposed', actorId, data: {}, at: now.getTime() });
  await insertVote(tx, idea.id, birth.authorId, now);
  await recomputeIdea(tx, idea.id);
  await recountVotes(tx, idea.id);
  return ideaForUpdate(tx, idea.id);
};

type Tie = { ticketId: string; ticketNumber: number; requesterId: string; actorId: string | null; now: Date };

/**
 * Puts a request behind an idea, with the fact in the idea's history and its requester's voice; answers whether it stood
 * behind none before. The caller notes the fact in the request's history.
 */
export const tieToIdea = async (tx: Tx, ideaId: string, tie: Tie): Promise<boolean> => {
  const { ticketId, ticketNumber, requesterId, actorId, now } = tie;
  if (!(await tieRequest(tx, ideaId, ticketId, now))) return false;
  await appendIdeaEvent(tx, ideaId, { kind: 'tied', actorId, data: { ticket: ticketNumber }, at: now.getTime() });
  await insertVote(tx, ideaId, requesterId, now);
  await recomputeIdea(tx, ideaId);
  await recountVotes(tx, ideaId);
  return true;
};
