'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { answersFor } from '@/app/_components/tickets/load-answers';
import { takeRating } from '@/app/_components/tickets/rate';
import { filesRefused, takeEnclosedFiles, uploadedFiles } from '@/app/_forms/pending-files';
import { done, type FormState, localeOf, type PendingFile, refused, textOf, untouched } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import { tellUnkeptSearch } from '@/app/_trpc/unkept';
import type { Locale } from '@/domain/people/locale';
import { type Phrase, Refusal } from '@/domain/refusal';
import { CRITICALITY_QUESTIONS, type CriticalityAnswers, type CriticalityQuestion } from '@/domain/sla/criticality';
import { isTicketStatus } from '@/domain/tickets/status';
import { URGENT_QUESTIONS } from '@/domain/tickets/urgency';

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
  'contact',
  'urgency.since',
  'urgency.stopped',
  'urgency.phone',
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

const ANSWER = 'answers.';

/** What the fields of a type's form hold, as the verb takes them and as the form shows them again; their files are taken. */
const answersIn = async (form: FormData, files: PendingFile[], problems: Phrase[]) => {
  const answers: Record<string, string | string[]> = {};
  const values: Record<string, string> = {};
  const note = (name: string, all: readonly string[]) => {
    const [only = ''] = all;
    answers[name.slice(ANSWER.length)] = all.length > 1 ? [...all] : only;
    values[name] = all.join(',');
  };
  for (const name of new Set([...form.keys()].filter((one) => one.startsWith(ANSWER)))) {
    const field = /^(.*)\.(?:files|attachment)$/.exec(name)?.[1];
    if (field === undefined)
      note(
        name,
        form.getAll(name).filter((one) => typeof one === 'string'),
      );
    else if (values[field] === undefined) {
      const own = uploadedFiles(form, `${field}.attachment`);
      problems.push(...(await takeEnclosedFiles(form, own, `${field}.files`)));
      files.push(...own);
      note(
        field,
        own.map(({ id }) => id),
      );
    }
  }
  return { answers, values };
};

/** Opens a request from the posted form, then leads to it; visitors to a page that tells of the mail they got. */
export const openRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = Object.fromEntries(OPEN_FIELDS.map((name) => [name, textOf(form, name)])) as Record<
    (typeof OPEN_FIELDS)[number],
    string
  >;
  const copyIds = form.getAll('copyIds').filter((id) => typeof id === 'string');
  const criticality = Object.fromEntries(QUESTIONS.map((name) => [name, textOf(form, name)]));
  const account = textOf(form, 'account');
  const follows = textOf(form, 'follows');
  const typed: Record<string, string> = { ...values, ...criticality, copyIds: copyIds.join(',') };
  if (account) typed.account = account;
  if (follows) typed.follows = follows;
  const files = uploadedFiles(form);
  const refusedFiles: Phrase[] = [];
  const person = await currentPerson();
  let number: number | null = null;
  try {
    refusedFiles.push(...(await takeEnclosedFiles(form, files)));
    const { answers, values: written } = await answersIn(form, files, refusedFiles);
    Object.assign(typed, written);
    const api = await serverApi(locale);
    const intent = textOf(form, 'intent');
    if (intent === 'look' || intent === 'type') {
      const found = intent === 'look' ? { answers: await lookFirst(api, locale, values.subject) } : {};
      return { ...untouched(typed), turn: previous.turn + 1, files, refusedFiles, ...found };
    }
    if (refusedFiles.length > 0) throw filesRefused(refusedFiles);
    // Whoever began signed in does not become a visitor because their session ran out.
    if (account && !person) throw new Refusal('forbidden', 'errors.sessionOver');
    const claims = files.map(({ id, claim }) => ({ id, claim }));
    // The verb checks the answers; what a form says is only text.
    const graded = criticality as Partial<CriticalityAnswers>;
    const urgency = {
      since: values['urgency.since'],
      stopped: values['urgency.stopped'],
      phone: values['urgency.phone'],
    };
    const request = { ...values, ...graded, urgency, answers, copyIds, files: claims, ...keyOf(form) };
    if (person) ({ number } = await api.tickets.open({ ...request, ...(follows ? { follows } : {}) }));
    else await api.tickets.ask(request);
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return { ...refused(previous, refusal, typed, files), refusedFiles };
  }
  redirect(number ? `/${locale}/requests/${number}?sent=1` : `/${locale}/requests/sent`);
};

/** Adds an answer to the conversation (`kind` = `note` for the desk's internal notes). */
export const writeMessage = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const number = Number(textOf(form, 'number'));
  const said = { body: textOf(form, 'body'), kind: textOf(form, 'kind'), mentions: textOf(form, 'mentions') };
  const values = { ...said, to: textOf(form, 'to') };
  const files = uploadedFiles(form);
  const refusedFiles: Phrase[] = [];
  try {
    refusedFiles.push(...(await takeEnclosedFiles(form, files)));
    if (refusedFiles.length > 0) throw filesRefused(refusedFiles);
    const api = await serverApi(locale);
    const claims = files.map(({ id, claim }) => ({ id, claim }));
    const message = { number, body: values.body, files: claims, ...keyOf(form) };
    const [to, canned, seen] = [textOf(form, 'to'), textOf(form, 'canned'), textOf(form, 'seen')];
    const sent = {
      ...message,
      hold: textOf(form, 'hold') === '1',
      ...(isTicketStatus(to) ? { to } : {}),
      ...(canned ? { canned } : {}),
      ...(seen ? { seen } : {}),
    };
    await (values.kind === 'note'
      ? api.tickets.note({ ...message, mentions: [values.mentions] })
      : api.tickets.reply(sent));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    // Somebody else was quicker: the page shows what they said beside what was typed.
    if (refusal.messageKey === 'errors.answeredMeanwhile') revalidatePath(`/${locale}/desk`, 'layout');
    return { ...refused(previous, refusal, values, files), refusedFiles };
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
export const rateRequest = async (previous: FormState, form: FormData): Promise<FormState> =>
  takeRating(previous, form, (api, given) => api.tickets.rate({ number: textOf(form, 'number'), ...given }));

/** Gives what a request still lacks, each part in its place. */
export const completeRequest = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const criticality = Object.fromEntries(QUESTIONS.map((name) => [name, textOf(form, name)]));
  const facts = Object.fromEntries(URGENT_QUESTIONS.map((name) => [name, textOf(form, `urgency.${name}`)]));
  const said = { subject: textOf(form, 'subject'), body: textOf(form, 'body') };
  const typed: Record<string, string> = {
    ...said,
    ...criticality,
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`urgency.${name}`, value])),
  };
  const files: PendingFile[] = [];
  const refusedFiles: Phrase[] = [];
  try {
    const { answers, values } = await answersIn(form, files, refusedFiles);
    Object.assign(typed, values);
    if (refusedFiles.length > 0) throw filesRefused(refusedFiles);
    const api = await serverApi(locale);
    const claims = files.map(({ id, claim }) => ({ id, claim }));
    // The verb checks the answers; what a form says is only text.
    const graded = criticality as Partial<CriticalityAnswers>;
    const given = { number: textOf(form, 'number'), ...said, ...graded, urgency: facts, answers, files: claims };
    await api.tickets.complete({ ...given, ...keyOf(form) });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return { ...refused(previous, refusal, typed, files), refusedFiles };
  }
  revalidatePath(`/${locale}/requests`, 'layout');
  revalidatePath(`/${locale}/desk`, 'layout');
  return done(previous);
};
