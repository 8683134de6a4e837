'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { COMPONENT_STATUSES, type ComponentStatus, IMPACTS, INCIDENT_STATUSES } from '@/domain/incidents/status';
import { Refusal } from '@/domain/refusal';

const NAMES = ['titleFr', 'titleEn', 'bodyFr', 'bodyEn', 'status', 'impact'] as const;

const chosen = <Value extends string>(values: readonly Value[], raw: string): Value | undefined =>
  values.find((value) => value === raw);

/** Everything that was typed and chosen, so that a refusal loses nothing. */
const typed = (form: FormData): Record<string, string> => ({
  ...Object.fromEntries(NAMES.map((name) => [name, textOf(form, name)])),
  ...Object.fromEntries(
    [...form.keys()].filter((key) => key.startsWith('component:')).map((key) => [key, textOf(form, key)]),
  ),
});

const componentsOf = (values: Record<string, string>): { componentId: string; status: ComponentStatus }[] =>
  Object.entries(values).flatMap(([key, value]) => {
    const status = key.startsWith('component:') ? chosen(COMPONENT_STATUSES, value) : undefined;
    return status ? [{ componentId: key.slice('component:'.length), status }] : [];
  });

/** Fields are told by the verb as `body.fr`; the form calls them `bodyFr`. */
const inForm = (refusal: Refusal): Refusal => {
  const fields = Object.fromEntries(
    Object.entries(refusal.fields).map(([path, phrase]) => [
      path.replace(/\.(fr|en)$/, (_, language: string) => (language === 'fr' ? 'Fr' : 'En')),
      phrase,
    ]),
  );
  return new Refusal(refusal.code, refusal.messageKey, refusal.data, fields);
};

const step = (values: Record<string, string>, form: FormData) => {
  const key = textOf(form, 'idempotencyKey');
  return {
    body: { fr: values.bodyFr ?? '', en: values.bodyEn ?? '' },
    impact: chosen(IMPACTS, values.impact ?? '') ?? 'none',
    components: componentsOf(values),
    confirm: form.get('confirm') === 'on',
    ...(key ? { idempotencyKey: key } : {}),
  };
};

/** Opens an incident, then shows it in the studio. */
export const openIncident = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = typed(form);
  let id: string;
  try {
    const status =
      chosen(['investigating', 'identified', 'monitoring'] as const, values.status ?? '') ?? 'investigating';
    const title = { fr: values.titleFr ?? '', en: values.titleEn ?? '' };
    ({ id } = await (await serverApi(locale)).incidents.open({ title, status, ...step(values, form) }));
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, inForm(refusal), values, []);
  }
  redirect(`/${locale}/studio/incidents/${id}?published=1`);
};

/** Adds a step to an incident. */
export const updateIncident = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = typed(form);
  try {
    const from = chosen(INCIDENT_STATUSES, textOf(form, 'from'));
    const status = chosen(INCIDENT_STATUSES, values.status ?? '');
    if (!from || !status) throw new Refusal('invalid', 'errors.invalid', {}, { status: { key: 'errors.choice' } });
    await (await serverApi(locale)).incidents.update({ id: textOf(form, 'id'), from, status, ...step(values, form) });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, inForm(refusal), values, []);
  }
  revalidatePath(`/${locale}/studio/incidents`, 'layout');
  return done(previous);
};
