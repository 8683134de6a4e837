'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf, withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { REPORT_REASONS, type ReportReason } from '@/domain/comments/status';

const aboutOf = (data: FormData) => ({ locale: localeOf(data), articleKey: textOf(data, 'article') });

/** The page the form stands on, which also says what was done. */
const backTo = (data: FormData, query: Record<string, string>): string =>
  withQuery(nextOf(data) ?? `/${localeOf(data)}/help`, query);

/** Writes a comment or an answer, or changes one's own. */
export const saveComment = async (data: FormData): Promise<void> => {
  const { comments } = await serverApi(localeOf(data));
  const [id, parentId, key] = ['edit', 'to', 'idempotencyKey'].map((name) => textOf(data, name));
  const body = textOf(data, 'body');
  const saved = await attempt('comment', data, () =>
    id
      ? comments.edit({ id, body })
      : comments.write({
          ...aboutOf(data),
          body,
          ...(parentId ? { parentId } : {}),
          ...(key ? { idempotencyKey: key } : {}),
        }),
  );
  if (saved.done) redirect(backTo(data, { done: saved.answer.status === 'approved' ? 'published' : 'waiting' }));
};

/** Erases one's own comment. */
export const eraseComment = async (data: FormData): Promise<void> => {
  const { comments } = await serverApi(localeOf(data));
  const erased = await attempt('comment', data, () => comments.erase({ id: textOf(data, 'id') }));
  if (erased.done) redirect(backTo(data, { done: 'erased' }));
};

/** Reports somebody's comment to the moderators. */
export const reportComment = async (data: FormData): Promise<void> => {
  const { comments } = await serverApi(localeOf(data));
  const chosen = textOf(data, 'reason');
  // The verb refuses what is none of them; what a form says is only text.
  const reason = REPORT_REASONS.find((known) => known === chosen) ?? ('' as ReportReason);
  const id = textOf(data, 'id');
  const said = await attempt('report', data, () => comments.report({ id, reason, words: textOf(data, 'words') }));
  if (said.done) redirect(backTo(data, { done: 'reported' }));
};
