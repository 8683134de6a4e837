import type { threadsOn } from '@/db/comments/threads';
import type { Actor } from '@/domain/access/actor';
import { publicNameOf } from '@/domain/comments/names';
import { threadsOf } from '@/domain/comments/threads';

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

/** Comments as readers see them, in threads. */
export const shownThreads = (actor: Actor, rows: readonly Row[]) => threadsOf(rows.map((row) => shown(actor, row)));
