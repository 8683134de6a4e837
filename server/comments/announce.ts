import { z } from 'zod';
import { authorOf, type Comment, hasStopped, updateComment, visibleCommentForUpdate } from '@/db/comments/queries';
import { AUDIENCES } from '@/domain/access/grants';
import { publicNameOf } from '@/domain/comments/names';
import { type ActionContext, action } from '../kernel/action';
import { articleByKey, pathOf } from '../kernel/content';
import { threadOf } from './progress';
import { stopToken } from './stop-token';

type Context = Pick<ActionContext<unknown>, 'tx' | 'outbox' | 'now' | 'actor'>;
type Person = Awaited<ReturnType<typeof authorOf>>;

/** What every mail about a comment says: which article, where, and how to hear no more of it. */
const aboutOf = (comment: Comment, reader: Person) => {
  const entry = articleByKey(comment.locale, comment.articleKey, AUDIENCES);
  const base = entry ? pathOf(entry) : null;
  return {
    article: entry?.title ?? comment.articleKey,
    path: base ? `${base}/comments/more?comment=${comment.id}#comment-${comment.id}` : `/${comment.locale}/help`,
    ownPath: base ? `${base}/comments/write` : `/${comment.locale}/help`,
    stopPath: `/${reader.locale}/comments/stop?${new URLSearchParams({ token: stopToken(reader.id, threadOf(comment)) })}`,
    bodyHtml: comment.bodyHtml,
    bodyText: comment.bodyText,
  };
};

/** Whether this person still wants to hear of the thread, and can. */
const listens = async ({ tx }: Context, person: Person, comment: Comment): Promise<boolean> =>
  person.deactivatedAt === null && !(await hasStopped(tx, person.id, threadOf(comment)));

const mailThread = (comment: Comment): string => `comment:${threadOf(comment)}`;

/** Tells the author of the decision, once for each; staff and trusted people, who never waited, are told nothing. */
const tellAuthor = async (context: Context, comment: Comment, author: Person): Promise<void> => {
  const { status } = comment;
  if ((status !== 'approved' && status !== 'rejected') || comment.toldStatus === status) return;
  await updateComment(context.tx, comment.id, { toldStatus: status });
  if (comment.staff || !(await listens(context, author, comment))) return;
  const about = aboutOf(comment, author);
  const thread = mailThread(comment);
  if (status === 'approved') {
    await context.outbox.mail({ template: 'comments.approved', to: author, thread, data: about });
    return;
  }
  const because = { reason: comment.rejection ?? ('other' as const), words: comment.rejectionWords ?? '' };
  await context.outbox.mail({ template: 'comments.rejected', to: author, thread, data: { ...about, ...because } });
};

/** Tells the author of what is answered, once, when the answer is public. */
const tellAnswered = async (context: Context, comment: Comment, author: Person): Promise<void> => {
  if (!comment.parentId || comment.status !== 'approved' || comment.answerToldAt) return;
  const parent = await visibleCommentForUpdate(context.tx, context.actor, comment.parentId);
  await updateComment(context.tx, comment.id, { answerToldAt: context.now });
  if (parent.status === 'erased' || parent.authorId === comment.authorId) return;
  const reader = await authorOf(context.tx, parent.authorId);
  if (!(await listens(context, reader, comment))) return;
  const name = publicNameOf(author.name, author.publicName, comment.staff);
  await context.outbox.mail({
    template: 'comments.answered',
    to: reader,
    thread: mailThread(comment),
    data: { ...aboutOf(comment, reader), author: name, staff: comment.staff },
  });
};

/** Tells people where a comment now stands, if they have not been told: its author, and whoever it answers. */
export const announce = action({
  permission: 'comments.announce',
  input: z.object({ commentId: z.uuid() }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const comment = await visibleCommentForUpdate(tx, actor, input.commentId);
    audit({ type: 'comment', id: comment.id }, { status: comment.status });
    const author = await authorOf(tx, comment.authorId);
    const context = { tx, actor, now, outbox };
    await tellAuthor(context, comment, author);
    await tellAnswered(context, comment, author);
  },
});
