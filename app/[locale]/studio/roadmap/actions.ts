'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { stepsIn } from '@/app/_components/roadmap/steps-in';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { Refusal } from '@/domain/refusal';
import { HORIZONS, THEME_STATES } from '@/domain/roadmap/themes';

const NAMES = [
  'key',
  'titleFr',
  'titleEn',
  'whyFr',
  'whyEn',
  'whatFr',
  'whatEn',
  'areaFr',
  'areaEn',
  'horizon',
  'quarter',
] as const;

/** Everything that was typed and chosen, so that a refusal loses nothing. */
const typed = (form: FormData): Record<string, string> => {
  const steps = [...form.keys()].filter((name) => name.startsWith('step'));
  return Object.fromEntries([...NAMES, ...steps].map((name) => [name, textOf(form, name)]));
};

const bilingual = (values: Record<string, string>, name: string) => ({
  fr: values[`${name}Fr`] ?? '',
  en: values[`${name}En`] ?? '',
});

const factsOf = (values: Record<string, string>) => ({
  title: bilingual(values, 'title'),
  why: bilingual(values, 'why'),
  what: bilingual(values, 'what'),
  area: bilingual(values, 'area'),
  horizon: HORIZONS.find((horizon) => horizon === values.horizon) ?? 'later',
  quarter: values.quarter?.trim() ?? '',
  steps: stepsIn(values),
});

/** Fields are told by the verb as `title.fr` and `steps.2.title.fr`; the form calls them `titleFr` and `step:2:fr`. */
const inForm = (refusal: Refusal): Refusal => {
  const fields = Object.fromEntries(
    Object.entries(refusal.fields).map(([path, phrase]) => [
      path
        .replace(/^steps\.(\d+)\.title\.(fr|en)$/, 'step:$1:$2')
        .replace(/\.(fr|en)$/, (_, language: string) => (language === 'fr' ? 'Fr' : 'En')),
      phrase,
    ]),
  );
  return new Refusal(refusal.code, refusal.messageKey, refusal.data, fields);
};

/** Adds a theme, then leads to it. */
export const createTheme = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = typed(form);
  let key: string;
  try {
    ({ key } = await (await serverApi(locale)).roadmap.create({ key: values.key ?? '', ...factsOf(values) }));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, inForm(refusal), values, []);
  }
  redirect(`/${locale}/studio/roadmap/${key}?saved=1`);
};

/** Saves a theme. */
export const editTheme = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = typed(form);
  try {
    const seenAt = new Date(textOf(form, 'seenAt'));
    await (await serverApi(locale)).roadmap.edit({ key: values.key ?? '', seenAt, ...factsOf(values) });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, inForm(refusal), values, []);
  }
  redirect(`/${locale}/studio/roadmap/${values.key}?saved=1`);
};

/** Takes a theme to another state. */
export const moveTheme = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = { to: textOf(form, 'to'), reasonFr: textOf(form, 'reasonFr'), reasonEn: textOf(form, 'reasonEn') };
  try {
    const from = THEME_STATES.find((state) => state === textOf(form, 'from'));
    const to = THEME_STATES.find((state) => state === values.to);
    if (!from || !to) throw new Refusal('invalid', 'errors.invalid', {}, { to: { key: 'errors.choice' } });
    const reason = { fr: values.reasonFr, en: values.reasonEn };
    await (await serverApi(locale)).roadmap.move({ key: textOf(form, 'key'), from, to, reason });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, inForm(refusal), values, []);
  }
  revalidatePath(`/${locale}/studio/roadmap`, 'layout');
  return done(previous);
};
