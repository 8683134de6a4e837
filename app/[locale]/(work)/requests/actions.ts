'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { answersFor } from '@/app/_components/tickets/load-answers';
import type { RequestFormState } from '@/app/_components/tickets/request-form';
import { takeEnclosedFiles, uploadedFiles } from '@/app/_forms/pending-files';
import { done, type FormState, localeOf, refused, textOf, untouched } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import { tellUnkeptSearch } from '@/app/_trpc/unkept';
import type { Locale } from '@/domain/people/locale';
import { invalidField } from '@/domain/refusal';
import { CRITICALITY_QUESTIONS, type CriticalityAnswers, type CriticalityQuestion } from '@/domain/sla/criticality';
import { RATINGS } from '@/domain/tickets/rating';

const OPEN_FIELDS = [
  'typeKey',
  'subject',
  'description',
  'pageUrl',
  'articleKey',
  'visitorName',
  'visitorEmail',
  'organisationId',
  'copies',
] as const;
const QUESTIONS = Object.keys(CRITICALITY_QUESTIONS) as CriticalityQuestion[];

const keyOf = (form: FormData): { idempotencyKey?: string } => {
  const key = textOf(form, 'idempotencyKey');
  return key ? { idempotencyKey: key } : {};
};

/** What may answer the request, for browsers without scripts; and the query is kept as one of this form. */
const lookFirst = async (api: Awaited<ReturnType<typeof serverApi>>, locale: Locale, subject: string) => {
  const answers = await answersFor(api, { subject, locale, signedIn: (await currentPerson()) !== null });
  const told = { words: subject, locale, results: answers.length, surface: 'request' as const };
  // Nobody waits for the log, and without words there is nothing to keep.
  void api.search.record(told).catch(tellUnkeptSearch);
  return answers;
};

/** Opens a request from the posted form, then leads to it; visitors, who cannot see it yet, to a page that says so. */
export const openRequest = async (previous: RequestFormState, form: FormData): Promise<RequestFormState> => {
  const locale = localeOf(form);
  const values = Object.fromEntries(OPEN_FIELDS.map((name) => [name, textOf(form, name)])) as Record<
    (typeof OPEN_FIELDS)[number],
    string
  >;
  const copyIds = form.getAll('copyIds').filter((id) => typeof id === 'string');
  const answers = Object.fromEntries(QUESTIONS.map((name) => [name, textOf(form, name)]));
  const files = uploadedFiles(form);
  let number: number;
  try {
    await takeEnclosedFiles(form, files);
    const api = await serverApi(locale);
    if (textOf(form, 'intent') === 'look') {
      const found = await lookFirst(api, locale, values.subject);
      return { ...untouched({ ...values, ...answers }), turn: previous.turn + 1, files, answers: found };
    }
    const claims = files.map(({ id, claim }) => ({ id, claim }));
    // The verb checks the answers; what a form says is only text.
    const criticality = answers as Partial<CriticalityAnswers>;
    ({ number } = await api.tickets.open({ ...values, ...criticality, copyIds, files: claims, ...keyOf(form) }));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, { ...values, ...answers, copyIds: copyIds.join(',') }, files);
  }
  const person = await currentPerson();
  redirect(person ? `/${locale}/requests/${number}?sent=1` : `/${locale}/requests/sent?number=${number}`);
};

/** Adds an answer to the conversation (`kind` = `note` for the desk's internal notes). */
export const writeMessage = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const number = Number(textOf(form, 'number'));
  const values = { body: textOf(form, 'body'), kind: textOf(form, 'kind') };
  const files = uploadedFiles(form);
  try {
    await takeEnclosedFiles(form, files);
    const api = await serverApi(locale);
    const claims = files.map(({ id, claim }) => ({ id, claim }));
    const message = { number, body: values.body, files: claims, ...keyOf(form) };
    await (values.kind === 'note' ? api.tickets.note(message) : api.tickets.reply(message));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, values, files);
  }
  revalidatePath(`/${locale}/requests`, 'layout');
  revalidatePath(`/${locale}/desk`, 'layout');
  return done(previous);
};

/** Marks a request as resolved. */
export const resolveRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  try {
    const api = await serverApi(locale);
    await api.tickets.resolve({ number: textOf(form, 'number') });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, {}, []);
  }
  revalidatePath(`/${locale}/requests`, 'layout');
  return done(previous);
};

/** Says how content the requester is. */
export const rateRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = { rating: textOf(form, 'rating'), comment: textOf(form, 'comment') };
  const rating = RATINGS.find((one) => one === values.rating);
  if (!rating) return refused(previous, invalidField('rating', 'errors.required'), values, []);
  try {
    const api = await serverApi(locale);
    await api.tickets.rate({ number: textOf(form, 'number'), rating, comment: values.comment });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, values, []);
  }
  revalidatePath(`/${locale}/requests`, 'layout');
  return done(previous);
};
