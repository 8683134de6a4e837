'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { keepFlash } from '@/app/_forms/flash';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import type { RejectionReason } from '@/domain/comments/status';

type Api = Awaited<ReturnType<typeof serverApi>>['comments'];

const DECISIONS = ['approved', 'rejected', 'spam', 'waiting'] as const;
type To = (typeof DECISIONS)[number];

/** The button that was pressed says where to, and which: one comment, or all that are ticked. */
const wishOf = (data: FormData) => {
  const [act, about = 'all'] = textOf(data, 'act').split(':');
  const to = DECISIONS.find((known) => known === act) ?? 'waiting';
  const ticked = data.getAll('ids').filter((id): id is string => typeof id === 'string');
  return { to, about, ids: about === 'all' ? ticked : [about] };
};

const decide = (comments: Api, data: FormData, wish: { to: To; about: string; ids: string[] }) => {
  const { to, about, ids } = wish;
  if (to === 'approved') return comments.approve({ ids });
  if (to === 'spam') return comments.markSpam({ ids });
  if (to === 'waiting') return comments.requeue({ ids });
  // The verb checks the reason; what a form says is only text.
  const reason = textOf(data, `reason:${about}`) as RejectionReason;
  return comments.reject({ ids, reason, words: textOf(data, `words:${about}`) });
};

/** Takes one comment, or all that are ticked, to where the pressed button says; the page then offers the way back. */
export const decideComments = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const { comments } = await serverApi(locale);
  const wish = wishOf(data);
  let moved: { id: string }[];
  let kept: number;
  try {
    const decided = await decide(comments, data, wish);
    moved = decided.moved;
    kept = decided.kept;
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    const { about } = wish;
    const values = { about, reason: textOf(data, `reason:${about}`), words: textOf(data, `words:${about}`) };
    const message = refusal.fields.ids ?? { key: refusal.messageKey, data: refusal.data };
    await keepFlash('comments', { values, fields: refusal.fields, message });
    return;
  }
  const undo = wish.to === 'waiting' ? '' : moved.map(({ id }) => id).join(' ');
  const stays = moved.length === 0 && kept > 0;
  const done = { did: stays ? 'kept' : wish.to, n: String(moved.length || kept), undo };
  redirect(withQuery(`/${locale}/studio/comments`, { pile: textOf(data, 'pile'), ...done }));
};

/** Saves what holds for the whole site. */
export const configureComments = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const { comments } = await serverApi(locale);
  const wanted = { trustApproved: data.get('trustApproved') === 'on', reportLimit: textOf(data, 'reportLimit') };
  const saved = await attempt('comment-settings', data, () => comments.configure(wanted));
  if (saved.done) redirect(`/${locale}/studio/comments?saved=1`);
};
