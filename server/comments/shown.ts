import type { ThreadPlace, threadsOn } from '@/db/comments/threads';
import type { Actor } from '@/domain/access/actor';
import { publicNameOf } from '@/domain/comments/names';
import { threadsOf } from '@/domain/comments/threads';
import { placeText } from '@/domain/lists/place';

/** Threads on one page, and answers below each: the others have a page of their own. */
export const THREADS_SHOWN = 50;
export const ANSWERS_SHOWN = 10;

type Row = Awaited<ReturnType<typeof threadsOn>>['rows'][number];

/** A comment as readers see it: no address, no id of a person, and nothing at all of what was erased. */
const shown = (actor: Actor, { comment, author }: Row) => {
  const { id, parentId, status, staff, bodyHtml, createdAt, editedAt } = comment;
  const erased = status === 'erased';
  return {
    id,
    parentId,
    status,
    author: erased ? null : { name: publicNameOf(author.name, author.publicName, staff), staff },
    bodyHtml,
    createdAt,
    editedAt,
    own: actor.kind === 'user' && actor.id === comment.authorId && !erased,
  };
};

type Shown = ReturnType<typeof shown>;

/** Where the answers go on after those that are shown; `null` where all of them are. */
const goesOn = (answers: readonly Shown[], most: number): string | null => {
  const last = answers[most - 1];
  const place: ThreadPlace | null = last && answers.length > most ? [last.createdAt.getTime(), last.id] : null;
  return place && placeText(place);
};

/** Comments as readers see them, in threads, each with its first answers (or all of them) and the place where they go on. */
export const shownThreads = (actor: Actor, rows: readonly Row[], answers: 'first' | 'all' = 'first') => {
  const most = answers === 'all' ? rows.length : ANSWERS_SHOWN;
  return threadsOf(rows.map((row) => shown(actor, row))).map((thread) => ({
    ...thread,
    answers: thread.answers.slice(0, most),
    goesOn: goesOn(thread.answers, most),
  }));
};
