import { z } from 'zod';
import { voteOf } from '@/db/articles/votes';
import { query } from '../kernel/action';
import { articleFields } from '../kernel/readable-article';
import { readerTokenField, voterOf } from './voter';

/** What this reader said of an article earlier, or `null`. */
export const ownVote = query({
  permission: 'articles.ownVote',
  input: z.object({ ...articleFields, readerToken: readerTokenField }),
  async run({ db, actor, input }) {
    const { articleKey, locale } = input;
    const vote = await voteOf(db, { articleKey, locale }, voterOf(actor, input.readerToken));
    return vote && { verdict: vote.verdict, reason: vote.reason, words: vote.words };
  },
});
