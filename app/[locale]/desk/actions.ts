'use server';

import { revalidatePath } from 'next/cache';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { endsWork } from '@/domain/forms/resolving';
import type { TicketMark } from '@/domain/tickets/history';
import { isClosingReason, pointsElsewhere } from '@/domain/tickets/moves';
import { isTicketStatus } from '@/domain/tickets/status';
import { isVerdict } from '@/domain/tickets/verdict';

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
  const said = { partner: textOf(form, 'partner'), release: textOf(form, 'release') };
  const [reason, duplicateOf] = [textOf(form, 'reason'), textOf(form, 'duplicateOf').replace(/^[\s#]+/, '')];
  const handover = { tried: textOf(form, 'tried'), asked: textOf(form, 'asked') };
  const handTeam = textOf(form, 'handTeam');
  const [verdict, tags] = [textOf(form, 'verdict'), textOf(form, 'tags')];
  const values = { to, ...said, reason, duplicateOf, verdict, tags, ...handover, handTeam };
  // What was said for resolving it belongs to no other move.
  const ends = endsWork(to, 'agent', isClosingReason(reason) ? reason : undefined);
  return perform(previous, form, values, (api, number) =>
    api.tickets.move({
      number,
      from,
      to,
      ...said,
      ...handover,
      ...(handTeam ? { teamId: handTeam } : {}),
      ...(isClosingReason(reason) ? { reason } : {}),
      ...(ends ? { tags, ...(isVerdict(verdict) ? { verdict } : {}) } : {}),
      // A number left over from another choice is no mistake.
      ...(duplicateOf && pointsElsewhere(reason) ? { duplicateOf } : {}),
    }),
  );
};

/** Who handled the request when the page was drawn. */
const hadIn = (form: FormData): string | null => textOf(form, 'hadAssignee') || null;

/** Gives a request to somebody, or to nobody where `assigneeId` is empty. */
export const assignRequest = async (previous: FormState, form: FormData): Promise<FormState> =>
  perform(previous, form, {}, (api, number) =>
    api.tickets.assign({ number, assigneeId: textOf(form, 'assigneeId') || null, had: hadIn(form) }),
  );

/** Gives a request to a team and a person; only what was changed is said, so that a new team may give in its own way. */
export const placeRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const [teamId, assigneeId] = [textOf(form, 'teamId'), textOf(form, 'assigneeId')];
  return perform(previous, form, { teamId, assigneeId }, (api, number) =>
    api.tickets.assign({
      number,
      ...(teamId === textOf(form, 'hadTeam') ? {} : { teamId: teamId || null }),
      ...(assigneeId === textOf(form, 'hadAssignee') ? {} : { assigneeId: assigneeId || null, had: hadIn(form) }),
    }),
  );
};

/** Puts tags on a request, or takes one off it. */
export const tagRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const [drop, add] = [textOf(form, 'drop'), textOf(form, 'add')];
  return perform(previous, form, { add }, (api, number) => api.tickets.tag({ number, ...(drop ? { drop } : { add }) }));
};

/** Sets the criticality of a request. */
export const gradeRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const [level, reason] = [textOf(form, 'level'), textOf(form, 'reason')];
  return perform(previous, form, { level, reason }, (api, number) => api.tickets.grade({ number, level, reason }));
};

/** Says that a report is complete, or reproduced, or takes that back. */
export const markRequest = async (previous: FormState, form: FormData): Promise<FormState> =>
  perform(previous, form, {}, (api, number) =>
    // The verb checks the mark; what a form says is only text.
    api.tickets.mark({ number, mark: textOf(form, 'mark') as TicketMark, on: textOf(form, 'on') === '1' }),
  );

/** Puts a request out of the way until a day and hour. */
export const snoozeRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const until = textOf(form, 'until');
  return perform(previous, form, { until }, (api, number) => api.tickets.snooze({ number, until }));
};

/** Brings a sleeping request back. */
export const wakeRequest = async (previous: FormState, form: FormData): Promise<FormState> =>
  perform(previous, form, {}, (api, number) => api.tickets.wake({ number }));
