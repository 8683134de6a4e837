import { z } from 'zod';
import { appendVoteEvent, changeVote, insertVote, voteOf } from '@/db/articles/votes';
import { FEEDBACK_LIMITS, FEEDBACK_REASONS, VERDICTS } from '@/domain/articles/feedback';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { articleFields, readableArticle, textOf } from '../kernel/readable-article';
import { newSecret } from '../kernel/tokens';
import { readerTokenField, voterOf } from './voter';

/**
 * Says whether an article answered the reader's question, once per reader and article; saying it again changes it. Signed-in
 * people vote under their account. Visitors vote under a random token, made here at the first vote and answered for their
 * cookie: it tells one reader from another and nothing else. A vote given under the cookie becomes the person's. Reason and
 * words that are left out stay as they were told; empty ones take them back.
 */
export const vote = action({
  permission: 'articles.vote',
  limits: [
    { max: 30, seconds: 600 },
    { max: 150, seconds: 86_400 },
  ],
  input: z.object({
    ...articleFields,
    verdict: z.enum(VERDICTS, 'errors.choice'),
    reason: z.union([z.literal(''), z.enum(FEEDBACK_REASONS, 'errors.choice')]).optional(),
    words: z.string().trim().max(FEEDBACK_LIMITS.words).optional(),
    readerToken: readerTokenField,
  }),
  async run({ tx, actor, input, now, audit }) {
    const article = readableArticle(actor, input);
    const readerToken = actor.kind === 'user' ? input.readerToken : (input.readerToken ?? newSecret());
    const voter = voterOf(actor, readerToken);
    const about = textOf(article);
    const earlier = await voteOf(tx, about, voter);
    const { verdict } = input;
    // Praise needs no reason; what was said against the article before goes with it.
    const before = verdict === 'yes' ? null : earlier;
    const { reason = before?.reason ?? null, words = before?.words ?? null } = input;
    const said = { verdict, reason: verdict === 'yes' ? null : reason || null, words: words || null };
    const kept = earlier ?? (await insertVote(tx, about, voter, said, now));
    if (!kept) throw new Refusal('conflict', 'errors.votedMeanwhile');
    if (earlier) await changeVote(tx, earlier, voter, said, now);
    const actorId = actor.kind === 'user' ? actor.id : null;
    if (earlier?.verdict !== verdict) {
      await appendVoteEvent(tx, { voteId: kept.id, kind: earlier ? 'changed' : 'voted', verdict, actorId, at: now });
    }
    audit({ type: 'article', id: article.key }, { locale: about.locale, verdict, changed: earlier !== null });
    return { verdict, readerToken: actor.kind === 'user' ? null : (readerToken ?? null) };
  },
});
