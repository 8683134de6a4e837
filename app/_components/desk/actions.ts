'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { isClosingReason } from '@/domain/tickets/moves';
import { isTicketStatus } from '@/domain/tickets/status';

/** Keeps a view of the list and leads to it. */
export const keepView = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const view = {
    name: textOf(form, 'name'),
    shared: textOf(form, 'shared') !== '',
    address: Object.fromEntries(new URLSearchParams(textOf(form, 'address'))),
  };
  const kept = await attempt('view', form, () => api.tickets.saveView(view));
  if (kept.done) redirect(withQuery(`/${locale}/desk`, kept.answer.address));
};

/** Takes a kept view away. */
export const dropView = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const dropped = await attempt('view', form, () => api.tickets.removeView({ id: textOf(form, 'id') }));
  if (dropped.done) redirect(`/${locale}/desk`);
};

type Api = Awaited<ReturnType<typeof serverApi>>;
type Change = Parameters<Api['tickets']['bulk']>[0]['change'];

/** The act that was chosen with what it has to say. The verb checks it all; what a form says is only text. */
const changeIn = (form: FormData): Change => {
  const to = textOf(form, 'to');
  const closing = textOf(form, 'closing');
  switch (textOf(form, 'act')) {
    case 'team':
      return { act: 'give', teamId: textOf(form, 'teamId') || null };
    case 'person':
      return { act: 'give', assigneeId: textOf(form, 'assigneeId') || null };
    case 'grade':
      return { act: 'grade', level: textOf(form, 'level'), reason: textOf(form, 'reason') };
    case 'tag':
      return { act: 'tag', tags: textOf(form, 'tags') };
    case 'untag':
      return { act: 'untag', tags: textOf(form, 'tags') };
    default:
      return {
        act: 'move',
        to: isTicketStatus(to) ? to : 'in_review',
        partner: textOf(form, 'partner'),
        release: textOf(form, 'release'),
        ...(to === 'closed' && isClosingReason(closing) ? { reason: closing } : {}),
      };
  }
};

const backTo = (form: FormData, token: string): string =>
  withQuery(`/${localeOf(form)}/desk`, {
    ...Object.fromEntries(new URLSearchParams(textOf(form, 'address'))),
    undo: token,
  });

/** Does one act to the chosen requests; a refused form comes back with its boxes ticked. */
export const changeMany = async (form: FormData): Promise<void> => {
  const numbers = form.getAll('number').map(String);
  form.set('selected', numbers.join(','));
  const api = await serverApi(localeOf(form));
  const idempotencyKey = textOf(form, 'idempotencyKey') || undefined;
  const changed = await attempt('bulk', form, () =>
    api.tickets.bulk({ numbers, change: changeIn(form), idempotencyKey }),
  );
  if (changed.done) redirect(backTo(form, changed.answer.token));
};

/** Takes an act over many requests back. */
export const undoMany = async (form: FormData): Promise<void> => {
  const token = textOf(form, 'token');
  const api = await serverApi(localeOf(form));
  const undone = await attempt('undo', form, () => api.tickets.undo({ token }));
  if (undone.done) redirect(backTo(form, token));
};

/** Takes an answer back that has not left, and leads to where it can be written on. */
export const takeBackReply = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const token = textOf(form, 'token');
  const api = await serverApi(locale);
  const undone = await attempt('take-back', form, () => api.tickets.undo({ token }));
  if (undone.done) redirect(`/${locale}/desk/${Number(textOf(form, 'number'))}?draft=${token}#compose`);
};
