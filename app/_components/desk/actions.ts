'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { invalidField } from '@/domain/refusal';
import { isClosingReason } from '@/domain/tickets/moves';
import { isTicketStatus } from '@/domain/tickets/status';
import { NOBODY } from './nobody';

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

/** Gives a kept view another name and leads to it. */
export const renameView = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const view = { id: textOf(form, 'id'), name: textOf(form, 'name') };
  const renamed = await attempt('rename-view', form, () => api.tickets.renameView(view));
  if (renamed.done) redirect(withQuery(`/${locale}/desk`, renamed.answer.address));
};

/** Brings a view back that was taken away, and leads to it. */
export const restoreView = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const restored = await attempt('restore-view', form, () => api.tickets.restoreView({ token: textOf(form, 'token') }));
  if (restored.done) redirect(withQuery(`/${locale}/desk`, restored.answer.address));
};

/** Takes a kept view away; the list stays as it was narrowed, with the way to have it back. */
export const dropView = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const dropped = await attempt('view', form, () => api.tickets.removeView({ id: textOf(form, 'id') }));
  if (!dropped.done) return;
  const address = Object.fromEntries(new URLSearchParams(textOf(form, 'address')));
  redirect(withQuery(`/${locale}/desk`, { ...address, dropped: dropped.answer.token, name: textOf(form, 'name') }));
};

type Api = Awaited<ReturnType<typeof serverApi>>;
type Change = Parameters<Api['tickets']['bulk']>[0]['change'];

/** Whom or which team a request is to be given to; `null` for nobody. */
const chosenIn = (form: FormData, name: string): string | null => {
  const chosen = textOf(form, name);
  return chosen === NOBODY ? null : chosen;
};

/**
 * The act that was chosen with what it has to say. The verb checks it all; what a form says is only text. Refuses (`invalid`)
 * where no act or no status was chosen: nothing is done by accident.
 */
const changeIn = (form: FormData): Change => {
  const to = textOf(form, 'to');
  const closing = textOf(form, 'closing');
  switch (textOf(form, 'act')) {
    case 'team':
      return { act: 'give', teamId: chosenIn(form, 'teamId') };
    case 'person':
      return { act: 'give', assigneeId: chosenIn(form, 'assigneeId') };
    case 'grade':
      return { act: 'grade', level: textOf(form, 'level'), reason: textOf(form, 'reason') };
    case 'tag':
      return { act: 'tag', tags: textOf(form, 'tags') };
    case 'untag':
      return { act: 'untag', tags: textOf(form, 'tags') };
    case 'snooze':
      return { act: 'snooze', until: textOf(form, 'until') };
    case 'move':
      if (!isTicketStatus(to)) throw invalidField('to', 'errors.choice');
      return {
        act: 'move',
        to,
        partner: textOf(form, 'partner'),
        release: textOf(form, 'release'),
        ...(to === 'closed' && isClosingReason(closing) ? { reason: closing } : {}),
      };
    default:
      throw invalidField('act', 'errors.choice');
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
  const changed = await attempt('bulk', form, async () =>
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

/** Takes an answer back that has not left, and leads to where it can be written on, or to where it says why not. */
export const takeBackReply = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const token = textOf(form, 'token');
  const api = await serverApi(locale);
  const undone = await attempt('take-back', form, () => api.tickets.undo({ token }));
  redirect(`/${locale}/desk/${Number(textOf(form, 'number'))}${undone.done ? `?draft=${token}#compose` : ''}`);
};
