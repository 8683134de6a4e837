import { z } from 'zod';
import { countOn, placeBefore, threadsOn } from '@/db/comments/threads';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';
import { articleFields, readableArticle } from '../kernel/readable-article';
import { shownThreads } from './shown';

/** Threads on one page. */
const PAGE_SIZE = 50;

/**
 * The comments of an article in threads, oldest first, 50 a page, as far as the actor may see them: what is approved, and
 * one's own. `comment` asks for the page that holds that one; `closed` says that the article takes none. Throws `not-found`
 * where the article is not for this reader.
 */
export const list = query({
  permission: 'comments.list',
  input: z.object({
    ...articleFields,
    ...partFields(z.tuple([placeValue.instant, placeValue.id])),
    comment: z.uuid().optional(),
  }),
  async run({ db, actor, input }) {
    const article = readableArticle(actor, input);
    const about = { articleKey: article.key, locale: article.locale };
    const { before, comment: commentId } = input;
    const wanted = commentId ? await placeBefore(db, actor, about, { commentId, size: PAGE_SIZE }) : null;
    const page = await threadsOn(db, actor, about, { after: input.after ?? wanted, before, size: PAGE_SIZE });
    const threads = shownThreads(actor, page.rows);
    return { closed: !article.comments, threads, count: await countOn(db, actor, about), ...turns(page) };
  },
});
