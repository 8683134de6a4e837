'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { stayOrLeadTo } from '@/app/_forms/in-place';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { isLinkRole } from '@/domain/tickets/links';
import { isTieKind, type TieKind } from '@/domain/tickets/ties';
import { isVerdict } from '@/domain/tickets/verdict';

type Api = Awaited<ReturnType<typeof serverApi>>;

/** Does what a form asks for and leads to the request that the verb answers; `inPlace` where the form goes on standing in its page. */
const perform = async (
  name: string,
  form: FormData,
  verb: (api: Api) => Promise<{ number: number }>,
  inPlace = false,
): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const outcome = await attempt(name, form, () => verb(api));
  if (!outcome.done) return;
  revalidatePath(`/${locale}/desk`, 'layout');
  revalidatePath(`/${locale}/requests`, 'layout');
  const there = `/${locale}/desk/${outcome.answer.number}`;
  if (!inPlace) redirect(there);
  await stayOrLeadTo(there);
};

const linkIn = (form: FormData) => {
  const role = textOf(form, 'role');
  return {
    number: textOf(form, 'number'),
    other: textOf(form, 'other'),
    role: isLinkRole(role) ? role : ('related' as const),
  };
};

/** Links a request to another one. */
export const linkRequest = async (form: FormData): Promise<void> =>
  perform('link', form, (api) => api.tickets.link(linkIn(form)), true);

/** Takes a link away. */
export const unlinkRequest = async (form: FormData): Promise<void> =>
  perform('link', form, (api) => api.tickets.unlink(linkIn(form)), true);

const tieIn = (form: FormData) => {
  const to = textOf(form, 'to');
  const kind: TieKind = isTieKind(to) ? to : 'incident';
  return { number: textOf(form, 'number'), to: kind, id: textOf(form, 'id') };
};

/** Ties a request to an incident or a theme. */
export const tieRequest = async (form: FormData): Promise<void> => {
  const tie = tieIn(form);
  return perform(`tie-${tie.to}`, form, (api) => api.tickets.tie(tie), true);
};

/** Takes a tie away. */
export const untieRequest = async (form: FormData): Promise<void> => {
  const tie = tieIn(form);
  return perform(`tie-${tie.to}`, form, (api) => api.tickets.untie(tie), true);
};

/** Closes a request as a duplicate of the one that goes on. */
export const mergeRequest = async (form: FormData): Promise<void> =>
  perform('merge', form, (api) => api.tickets.merge({ number: textOf(form, 'number'), into: textOf(form, 'into') }));

/** Takes a merge back. */
export const unmergeRequest = async (form: FormData): Promise<void> =>
  perform('unmerge', form, (api) => api.tickets.unmerge({ number: textOf(form, 'number') }));

const keyIn = (form: FormData): { idempotencyKey?: string } => {
  const key = textOf(form, 'idempotencyKey');
  return key ? { idempotencyKey: key } : {};
};

/** Asks the customer for what is missing. */
export const askForMore = async (form: FormData): Promise<void> =>
  perform('ask-more', form, (api) =>
    api.tickets.askMore({ number: textOf(form, 'number'), body: textOf(form, 'body'), ...keyIn(form) }),
  );

/** Says what the analysis has shown. */
export const judgeRequest = async (form: FormData): Promise<void> => {
  const verdict = textOf(form, 'verdict');
  const judged = { number: textOf(form, 'number'), verdict: isVerdict(verdict) ? verdict : null };
  return perform('judge', form, (api) => api.tickets.judge(judged), true);
};

/** Makes an idea of a request. */
export const makeIdeaOfRequest = async (form: FormData): Promise<void> =>
  perform(
    'make-idea',
    form,
    (api) =>
      api.tickets.makeIdea({
        number: textOf(form, 'number'),
        title: textOf(form, 'title'),
        need: textOf(form, 'need'),
      }),
    true,
  );

/** Puts a request behind an idea that is there already. */
export const tieRequestToIdea = async (form: FormData): Promise<void> =>
  perform(
    'tie-idea',
    form,
    (api) => api.tickets.tieIdea({ number: textOf(form, 'number'), idea: textOf(form, 'idea') }),
    true,
  );

/** Takes a request away from its idea. */
export const untieRequestFromIdea = async (form: FormData): Promise<void> =>
  perform('tie-idea', form, (api) => api.tickets.untieIdea({ number: textOf(form, 'number') }), true);

/** Makes a message a request of its own, and leads to that. */
export const splitMessage = async (form: FormData): Promise<void> => {
  const messageId = textOf(form, 'messageId');
  return perform(`split-${messageId}`, form, (api) =>
    api.tickets.split({
      number: textOf(form, 'number'),
      messageId,
      subject: textOf(form, 'subject'),
      ...keyIn(form),
    }),
  );
};
