import { z } from 'zod';
import { countOn, threadsOn } from '@/db/comments/threads';
import { query } from '../kernel/action';
import { turns } from '../kernel/part';
import { articleFields, readableArticle } from '../kernel/readable-article';
import { ANSWERS_SHOWN, shownThreads, THREADS_SHOWN } from './shown';

/**
 * The comments that an article begins with, in threads, oldest first, 50 of them with the first answers of each, as far as the
 * actor may see them: what is approved, and one's own. `closed` says that the article takes none. What follows is
 * `comments.more`. Throws `not-found` where the article is not for this reader.
 */
export const list = query({
  permission: 'comments.list',
  input: z.object(articleFields),
  async run({ db, actor, input }) {
    const article = readableArticle(actor, input);
    const about = { articleKey: article.key, locale: article.locale };
    const page = await threadsOn(db, actor, about, { size: THREADS_SHOWN, answers: ANSWERS_SHOWN });
    const threads = shownThreads(actor, page.rows);
    return { closed: !article.comments, threads, thread: null, count: await countOn(db, actor, about), ...turns(page) };
  },
});
