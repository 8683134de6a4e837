import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { keepFlash } from '@/app/_forms/flash';
import { localeOf, textOf } from '@/app/_forms/state';
import { postedElsewhere } from '@/app/_site/posted-here';
import { readerOf } from '@/app/_site/reader';
import { refusalBehind } from '@/app/_trpc/refusal';
import { FEEDBACK_REASONS, VERDICTS } from '@/domain/articles/feedback';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '@/domain/people/locale';
import type { Phrase } from '@/domain/refusal';
import { articleByKey, pathOf } from '@/server/kernel/content';
import { log } from '@/server/kernel/log';
import { createCaller } from '@/server/root';
import { callOf, sessionCookieName } from '@/server/session';

const COOKIE = 'guichet-reader';
const YEAR_SECONDS = 365 * 86_400;
const LONGEST_POST = 40_000;
const PRIVATE = { 'cache-control': 'private, no-store' } as const;

/** The field no person sees and programs fill in. */
const TRAP = 'website';

const api = async (request: Request, locale: Locale) => createCaller(await callOf(request.headers, locale));

/** The reader's random token: set only when one votes, sent back to this address alone. */
const keepToken = async (readerToken: string): Promise<void> => {
  const secure = process.env.PUBLIC_URL?.startsWith('https:') ?? false;
  const options = { httpOnly: true, sameSite: 'lax', path: '/api/feedback', maxAge: YEAR_SECONDS, secure } as const;
  (await cookies()).set(COOKIE, readerToken, options);
};

const tokenOf = async (): Promise<{ readerToken?: string }> => {
  const readerToken = (await cookies()).get(COOKIE)?.value;
  return readerToken ? { readerToken } : {};
};

/** The article, or what stands in for it in the other language: the vote is about the text that was read. */
const entryOf = async (request: Request, locale: Locale, key: string) => {
  const audiences = await readerOf(request.headers);
  const languages = [locale, ...LOCALES.filter((other) => other !== locale)];
  return languages.map((language) => articleByKey(language, key, audiences)).find((entry) => entry !== null) ?? null;
};

/** `GET /api/feedback?locale=&article=`: what this reader said of the article earlier, or `null`. */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('locale');
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const token = await tokenOf();
  const isStranger = !token.readerToken && !(await cookies()).has(sessionCookieName());
  // Most readers never voted: they are told so without asking the database.
  if (isStranger) return Response.json(null, { headers: PRIVATE });
  try {
    const entry = await entryOf(request, locale, searchParams.get('article') ?? '');
    if (!entry) return Response.json(null, { headers: PRIVATE });
    const about = { locale: entry.locale, articleKey: entry.key };
    return Response.json(await (await api(request, locale)).articles.ownVote({ ...about, ...token }), {
      headers: PRIVATE,
    });
  } catch {
    return Response.json(null, { headers: PRIVATE });
  }
};

const oneOf = <Value extends string>(values: readonly Value[], given: string): Value | undefined =>
  values.find((value) => value === given);

/** The form that asks for a reason says all of it; the three buttons say nothing of a reason given before. */
const asksWhy = (form: FormData): boolean => form.has('words');

const saidIn = (form: FormData) => ({
  // The verb refuses what is none of them; what a form says is only text.
  verdict: oneOf(VERDICTS, textOf(form, 'verdict')) ?? ('' as (typeof VERDICTS)[number]),
  ...(asksWhy(form)
    ? { reason: oneOf(FEEDBACK_REASONS, textOf(form, 'reason')) ?? ('' as const), words: textOf(form, 'words') }
    : {}),
});

const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location, ...PRIVATE } });

type Asked = { form: FormData; locale: Locale; articleKey: string; asScript: boolean; path: string | null };

/** A refused vote: its sentence to the script; without it, its form on a page of its own with all that was typed. */
const answerRefusal = async (asked: Asked, message: Phrase, fields: Record<string, Phrase>): Promise<Response> => {
  if (asked.asScript) {
    const t = await getTranslations({ locale: asked.locale });
    const told = Object.values(fields)[0] ?? message;
    return Response.json({ message: t(told.key, told.data) }, { status: 422, headers: PRIVATE });
  }
  if (!asked.path) return seeOther(`/${asked.locale}/help`);
  await keepFlash('feedback', { values: saidIn(asked.form), fields, message });
  return seeOther(`${asked.path}/feedback`);
};

const answerFailure = async (asked: Asked, error: unknown): Promise<Response> => {
  log.error('a vote failed', { error });
  if (!asked.asScript) return seeOther(asked.path ? `${asked.path}#feedback-failed` : `/${asked.locale}/help`);
  const t = await getTranslations({ locale: asked.locale });
  return Response.json({ message: t('feedback.failed') }, { status: 503, headers: PRIVATE });
};

/** Where a voter comes back to: the article, at the words for what they said. */
const placeOf = ({ form, locale, path }: Asked): string =>
  path ? `${path}#feedback-${asksWhy(form) ? 'told' : saidIn(form).verdict}` : `/${locale}/help`;

/**
 * `POST /api/feedback`: the form under each article, from stored pages too. Leads back to the article; scripts that ask for
 * JSON are told the verdict instead.
 */
export const POST = async (request: Request): Promise<Response> => {
  if (Number(request.headers.get('content-length') ?? LONGEST_POST + 1) > LONGEST_POST) {
    return new Response(null, { status: 413 });
  }
  if (postedElsewhere(request)) return new Response(null, { status: 403 });
  const form = await request.formData();
  const locale = localeOf(form);
  const articleKey = textOf(form, 'article');
  const asScript = request.headers.get('accept') === 'application/json';
  const entry = await entryOf(request, locale, articleKey);
  const asked: Asked = { form, locale, articleKey, asScript, path: entry && pathOf(entry) };
  const said = saidIn(form);
  const thank = () =>
    asScript ? Response.json({ verdict: said.verdict }, { headers: PRIVATE }) : seeOther(placeOf(asked));
  if (textOf(form, TRAP)) return thank();
  try {
    const verbs = (await api(request, locale)).articles;
    const { readerToken } = await verbs.vote({
      locale: entry?.locale ?? locale,
      articleKey,
      ...said,
      ...(await tokenOf()),
    });
    if (readerToken) await keepToken(readerToken);
    return thank();
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) return answerFailure(asked, error);
    return answerRefusal(asked, { key: refusal.messageKey, data: refusal.data }, refusal.fields);
  }
};
