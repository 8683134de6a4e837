import { z } from 'zod';
import { countOn, placeAmongAnswers, placeBefore, threadOn, threadsOn } from '@/db/comments/threads';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';
import { articleFields, readableArticle } from '../kernel/readable-article';
import { ANSWERS_SHOWN, shownThreads, THREADS_SHOWN } from './shown';

/** Answers of one thread on one page. */
const PAGE_SIZE = 50;

/**
 * Further comments of an article, as `comments.list` tells them, turned by places. `thread` asks for the answers of one thread,
 * 50 a page, and its id stands in the answer; `comment` asks for the page that holds that one. What is asked for and does not
 * exist begins at the start. No page of it is kept, so that it is asked for at a pace (`too-many`).
 */
export const more = query({
  permission: 'comments.more',
  pace: { max: 60, seconds: 60 },
  input: z.object({
    ...articleFields,
    ...partFields(z.tuple([placeValue.instant, placeValue.id])),
    thread: z.string().max(60).optional(),
    comment: z.uuid().optional(),
  }),
  async run({ db, actor, input }) {
    const article = readableArticle(actor, input);
    const about = { articleKey: article.key, locale: article.locale };
    const { before, after, comment: commentId } = input;
    const told = { closed: !article.comments, count: await countOn(db, actor, about) };
    const further = commentId ? await placeAmongAnswers(db, actor, about, { commentId, size: ANSWERS_SHOWN }) : null;
    const threadId = further?.threadId ?? z.uuid().safeParse(input.thread).data;
    if (threadId) {
      const part = { threadId, after: further?.after ?? after, before, size: PAGE_SIZE };
      const page = await threadOn(db, actor, about, part);
      if (page) return { ...told, threads: shownThreads(actor, page.rows, 'all'), thread: threadId, ...turns(page) };
    }
    const wanted = commentId ? await placeBefore(db, actor, about, { commentId, size: THREADS_SHOWN }) : null;
    const part = { after: after ?? wanted, before, size: THREADS_SHOWN, answers: ANSWERS_SHOWN };
    const page = await threadsOn(db, actor, about, part);
    return { ...told, threads: shownThreads(actor, page.rows), thread: null, ...turns(page) };
  },
});
