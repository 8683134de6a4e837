'use server';

import { revalidatePath } from 'next/cache';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';

const SEEN = 'seen.';

/** What the form holds: each field that was drawn says what stood in it, so that boxes which are all empty count, too. */
const formIn = (form: FormData) => {
  const answers: Record<string, string | string[]> = {};
  const seen: Record<string, string> = {};
  const values: Record<string, string> = {};
  for (const name of [...form.keys()].filter((one) => one.startsWith(SEEN))) {
    const key = name.slice(SEEN.length);
    const all = form.getAll(`answers.${key}`).filter((one) => typeof one === 'string');
    const [only = ''] = all;
    answers[key] = all.length > 1 ? all : only;
    seen[key] = textOf(form, name);
    values[`answers.${key}`] = all.join(',');
  }
  return { answers, seen, values };
};

/** Keeps what the desk wrote into a request's form; what was refused comes back with the errors beside the fields. */
export const correctAnswers = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const { answers, seen, values } = formIn(form);
  try {
    await (await serverApi(locale)).tickets.correct({ number: textOf(form, 'number'), answers, seen });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, values, []);
  }
  revalidatePath(`/${locale}/desk`, 'layout');
  revalidatePath(`/${locale}/requests`, 'layout');
  return done(previous);
};
