'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import type { TicketStatus } from '@/domain/tickets/status';

/** Keeps a canned reply, or saves what changed of one. */
export const saveReply = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const id = textOf(form, 'id');
  const said = {
    title: textOf(form, 'title'),
    bodyFr: textOf(form, 'bodyFr'),
    bodyEn: textOf(form, 'bodyEn'),
    teamId: textOf(form, 'teamId'),
    toTeamId: textOf(form, 'toTeamId'),
    // The verb checks the choice; what a form says is only text.
    toStatus: textOf(form, 'toStatus') as TicketStatus | '',
    tags: textOf(form, 'tags'),
  };
  const saved = await attempt('reply', form, () => (id ? api.replies.edit({ id, ...said }) : api.replies.create(said)));
  if (saved.done) redirect(`/${locale}/admin/replies?done=saved`);
};

/** Takes a canned reply away. */
export const removeReply = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const removed = await attempt('reply', form, () => api.replies.remove({ id: textOf(form, 'id') }));
  if (removed.done) redirect(`/${locale}/admin/replies?done=removed`);
};
