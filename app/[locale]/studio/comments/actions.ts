'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { dropFlash, keepFlash } from '@/app/_forms/flash';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import type { RejectionReason } from '@/domain/comments/status';

type Api = Awaited<ReturnType<typeof serverApi>>['comments'];

const DECISIONS = ['approved', 'rejected', 'spam', 'waiting'] as const;
type To = (typeof DECISIONS)[number];

/** What a form asks for: where to, and which; `about` tells the fields of one comment from those of all that are ticked. */
type Wish = { to: To; about: string; ids: readonly string[] };

/** What was done, as the page says it: `undo` names the comments that can be taken back. */
type Done = { did: To | 'kept'; n: string; undo: string };

const tickedIn = (data: FormData): string[] => data.getAll('ids').filter((id): id is string => typeof id === 'string');

/** The button that was pressed says where to, and which: one comment, or all that are ticked. */
const wishOf = (data: FormData): Wish => {
  const [act, about = 'all'] = textOf(data, 'act').split(':');
  const to = DECISIONS.find((known) => known === act) ?? 'waiting';
  return { to, about, ids: about === 'all' ? tickedIn(data) : [about] };
};

const decide = (comments: Api, data: FormData, { to, about, ids: wished }: Wish) => {
  const ids = [...wished];
  if (to === 'approved') return comments.approve({ ids });
  if (to === 'spam') return comments.markSpam({ ids });
  if (to === 'waiting') return comments.requeue({ ids });
  // The verb checks the reason; what a form says is only text.
  const reason = textOf(data, `reason:${about}`) as RejectionReason;
  return comments.reject({ ids, reason, words: textOf(data, `words:${about}`) });
};

const decided = async (comments: Api, data: FormData, wish: Wish): Promise<Done> => {
  const { moved, kept } = await decide(comments, data, wish);
  const undo = wish.to === 'waiting' ? '' : moved.map(({ id }) => id).join(' ');
  const stays = moved.length === 0 && kept > 0;
  return { did: stays ? 'kept' : wish.to, n: String(moved.length || kept), undo };
};

/** Takes the last decision on each comment back. */
const takenBack = async (comments: Api, data: FormData): Promise<Done> => {
  const { moved } = await comments.requeue({ ids: tickedIn(data), back: true });
  return { did: moved.at(-1)?.to ?? 'waiting', n: String(moved.length), undo: '' };
};

/** Takes one comment, or all that are ticked, to where the pressed button says, or back; the page then offers the way back. */
export const decideComments = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const { comments } = await serverApi(locale);
  const wish = wishOf(data);
  let done: Done;
  try {
    done = textOf(data, 'act') === 'undo' ? await takenBack(comments, data) : await decided(comments, data, wish);
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    const { about } = wish;
    const values = { about, reason: textOf(data, `reason:${about}`), words: textOf(data, `words:${about}`) };
    const message = refusal.fields.ids ?? { key: refusal.messageKey, data: refusal.data };
    await keepFlash('comments', { values, fields: refusal.fields, message });
    return;
  }
  await dropFlash();
  const [pile, after, before] = ['pile', 'after', 'before'].map((name) => textOf(data, name));
  redirect(withQuery(`/${locale}/studio/comments`, { pile, after, before, ...done }));
};

/** Saves what holds for the whole site. */
export const configureComments = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const { comments } = await serverApi(locale);
  const wanted = { trustApproved: data.get('trustApproved') === 'on', reportLimit: textOf(data, 'reportLimit') };
  const saved = await attempt('comment-settings', data, () => comments.configure(wanted));
  if (saved.done) redirect(`/${locale}/studio/comments?saved=1`);
};
