import type { Tx } from '@/db/client';
import { commentSettings, standingOf } from '@/db/comments/queries';
import type { UserActor } from '@/domain/access/actor';
import { isStaff } from '@/domain/access/grants';

/** Staff need no moderator, nor, where moderators say so, do people who had a comment approved and none refused. */
export const needsNoModerator = async (tx: Tx, author: UserActor): Promise<boolean> => {
  if (isStaff(author.role)) return true;
  if (!(await commentSettings(tx)).trustApproved) return false;
  const standing = await standingOf(tx, author.id);
  return (standing.approved ?? 0) > 0 && !standing.rejected && !standing.spam;
};
