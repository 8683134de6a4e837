'use server';

import { revalidatePath } from 'next/cache';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { isTicketStatus } from '@/domain/tickets/status';

type Api = Awaited<ReturnType<typeof serverApi>>;

/** Runs a verb of the desk from a posted form and draws the desk anew; a refusal comes back with what was chosen. */
const perform = async (
  previous: FormState,
  form: FormData,
  values: Record<string, string>,
  verb: (api: Api, number: string) => Promise<unknown>,
): Promise<FormState> => {
  const locale = localeOf(form);
  try {
    await verb(await serverApi(locale), textOf(form, 'number'));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, values, []);
  }
  revalidatePath(`/${locale}/desk`, 'layout');
  return done(previous);
};

/** Takes a request to the chosen status, unless somebody else moved it since the page was drawn. */
export const moveRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const [from, to] = [textOf(form, 'from'), textOf(form, 'to')];
  if (!isTicketStatus(from) || !isTicketStatus(to)) {
    return {
      ...previous,
      turn: previous.turn + 1,
      outcome: 'refused',
      fields: { to: { key: 'errors.choice' } },
      problem: { key: 'errors.choice' },
    };
  }
  return perform(previous, form, { to }, (api, number) => api.tickets.move({ number, from, to }));
};

/** Gives a request to somebody, or to nobody where `assigneeId` is empty. */
export const assignRequest = async (previous: FormState, form: FormData): Promise<FormState> =>
  perform(previous, form, {}, (api, number) =>
    api.tickets.assign({ number, assigneeId: textOf(form, 'assigneeId') || null }),
  );
