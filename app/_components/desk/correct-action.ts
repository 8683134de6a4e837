'use server';

import { revalidatePath } from 'next/cache';
import { filesRefused, takeEnclosedFiles, uploadedFiles } from '@/app/_forms/pending-files';
import { done, type FormState, localeOf, type PendingFile, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import type { Phrase } from '@/domain/refusal';

const SEEN = 'seen.';

type Held = {
  answers: Record<string, string | string[]>;
  seen: Record<string, string>;
  values: Record<string, string>;
  files: PendingFile[];
  problems: Phrase[];
};

/**
 * What the form holds: each field that was drawn says what stood in it, so that boxes which are all empty count, too. Files
 * that a field has are boxes; new ones come uploaded, or with the form itself.
 */
const formIn = async (form: FormData): Promise<Held> => {
  const held: Held = { answers: {}, seen: {}, values: {}, files: [], problems: [] };
  for (const name of [...form.keys()].filter((one) => one.startsWith(SEEN))) {
    const key = name.slice(SEEN.length);
    const files = uploadedFiles(form, `answers.${key}.attachment`);
    held.problems.push(...(await takeEnclosedFiles(form, files, `answers.${key}.files`)));
    held.files.push(...files);
    const written = form.getAll(`answers.${key}`).filter((one) => typeof one === 'string');
    const all = [...written, ...files.map(({ id }) => id)];
    const [only = ''] = all;
    held.answers[key] = all.length > 1 ? all : only;
    held.seen[key] = textOf(form, name);
    held.values[`answers.${key}`] = all.join(',');
  }
  return held;
};

const drawAnew = (locale: Locale): void => {
  revalidatePath(`/${locale}/desk`, 'layout');
  revalidatePath(`/${locale}/requests`, 'layout');
};

/**
 * Keeps what the desk wrote into a request's form; what was refused comes back with the errors beside the fields, what was
 * kept with the token that takes it back.
 */
export const correctAnswers = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const { answers, seen, values, files, problems } = await formIn(form);
  let token: string | null = null;
  try {
    if (problems.length > 0) throw filesRefused(problems);
    const api = await serverApi(locale);
    const claims = files.map(({ id, claim }) => ({ id, claim }));
    ({ token } = await api.tickets.correct({ number: textOf(form, 'number'), answers, seen, files: claims }));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return { ...refused(previous, refusal, values, files), refusedFiles: problems };
  }
  drawAnew(locale);
  return { ...done(previous), values: token ? { token } : {} };
};

/** Puts right under which subject and type a request was filed; only what was changed is said. */
export const refileRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const [subject, typeKey] = [textOf(form, 'subject'), textOf(form, 'typeKey')];
  const seen = { subject: textOf(form, 'hadSubject'), typeKey: textOf(form, 'hadType') };
  try {
    const { token } = await (await serverApi(locale)).tickets.refile({
      number: textOf(form, 'number'),
      ...(subject.trim() === seen.subject ? {} : { subject }),
      ...(typeKey === seen.typeKey ? {} : { typeKey }),
      seen,
    });
    drawAnew(locale);
    return { ...done(previous), values: token ? { token } : {} };
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, { subject, typeKey }, []);
  }
};

/** Takes such a correction back; `values.stays` counts the fields that were changed again since. */
export const takeBackStep = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  try {
    const { stays } = await (await serverApi(locale)).tickets.undo({ token: textOf(form, 'token') });
    drawAnew(locale);
    return { ...done(previous), values: { stays: String(stays) } };
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, {}, []);
  }
};
