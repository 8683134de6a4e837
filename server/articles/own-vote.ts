import { z } from 'zod';
import { voteOf } from '@/db/articles/votes';
import { AUDIENCES } from '@/domain/access/grants';
import { query } from '../kernel/action';
import { articleByKey } from '../kernel/content';
import { articleFields, textOf } from '../kernel/readable-article';
import { readerTokenField, voterOf } from './voter';

/** What this reader said of an article earlier, or `null`. */
export const ownVote = query({
  permission: 'articles.ownVote',
  input: z.object({ ...articleFields, readerToken: readerTokenField }),
  async run({ db, actor, input }) {
    const { articleKey, locale } = input;
    const entry = articleByKey(locale, articleKey, AUDIENCES);
    const vote = await voteOf(db, entry ? textOf(entry) : { articleKey, locale }, voterOf(actor, input.readerToken));
    return vote && { verdict: vote.verdict, reason: vote.reason, words: vote.words };
  },
});
