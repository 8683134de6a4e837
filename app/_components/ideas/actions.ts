'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf } from '@/app/_forms/page-input';
import { type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import { isIdeaRhythm } from '@/domain/ideas/states';
import { Refusal } from '@/domain/refusal';

/** Where a form of an idea leads back to: the page it stands on, at the idea. */
const backTo = (form: FormData): string =>
  `${nextOf(form) ?? `/${localeOf(form)}/ideas/${textOf(form, 'number')}`}#idea-${textOf(form, 'number')}`;

/** Supports an idea, or takes that back. */
export const supportIdea = async (form: FormData): Promise<void> => {
  const { ideas } = await serverApi(localeOf(form));
  const number = textOf(form, 'number');
  const withdraws = textOf(form, 'withdraw') !== '';
  const outcome = await attempt(`idea-${number}`, form, () =>
    withdraws ? ideas.withdraw({ number }) : ideas.vote({ number }),
  );
  if (outcome.done) redirect(backTo(form));
};

const FIELDS = ['title', 'need', 'why', 'situation', 'rhythm', 'organisationId', 'account'] as const;

/** Proposes an idea, then says that it arrived. */
export const proposeIdea = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  let number: number;
  try {
    // Whoever began signed in is told that their session ran out, and loses nothing.
    if (!(await currentPerson())) throw new Refusal('forbidden', 'errors.sessionOver');
    const key = textOf(form, 'idempotencyKey');
    const { account: _, rhythm, ...said } = values;
    ({ number } = await (await serverApi(locale)).ideas.propose({
      ...said,
      rhythm: isIdeaRhythm(rhythm) ? rhythm : '',
      ...(key ? { idempotencyKey: key } : {}),
    }));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, values, []);
  }
  redirect(`/${locale}/ideas/new?sent=${number}`);
};
