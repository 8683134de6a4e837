'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf, withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import type { FieldKind, FieldNeed } from '@/domain/forms/fields';
import { RESOLVE_NEEDS } from '@/domain/forms/resolving';

type Api = Awaited<ReturnType<typeof serverApi>>;
const WHAT = ['portal', 'type', 'field'] as const;

const pairOf = (data: FormData, name: string) => ({ fr: textOf(data, `${name}.fr`), en: textOf(data, `${name}.en`) });

/** Runs a verb from a posted form: on to a page with a word, or with the mistakes beside their fields. */
const save = async <Answer>(
  form: string,
  data: FormData,
  run: (api: Api) => Promise<Answer>,
  onward: (answer: Answer) => string,
): Promise<void> => {
  const api = await serverApi(localeOf(data));
  const saved = await attempt(form, data, () => run(api));
  if (saved.done) redirect(onward(saved.answer));
};

const overview = (data: FormData, done: string): string => withQuery(`/${localeOf(data)}/admin/types`, { done });
const typePage = (data: FormData, key: string, done: string): string =>
  withQuery(`/${localeOf(data)}/admin/types/${key}`, { done });

/** Adds a portal or saves one. */
export const savePortal = async (data: FormData): Promise<void> => {
  const key = textOf(data, 'key');
  const facts = {
    name: pairOf(data, 'name'),
    intro: pairOf(data, 'intro'),
    active: key === '' || textOf(data, 'active') !== '',
  };
  await save(
    `portal-${key}`,
    data,
    (api) => (key ? api.forms.editPortal({ key, ...facts }) : api.forms.addPortal(facts)),
    () => overview(data, 'saved'),
  );
};

/** Adds a type or saves one. */
export const saveType = async (data: FormData): Promise<void> => {
  const key = textOf(data, 'key');
  const facts = {
    portal: textOf(data, 'portal'),
    teamId: textOf(data, 'teamId'),
    policyKey: textOf(data, 'policyKey'),
    name: pairOf(data, 'name'),
    situation: pairOf(data, 'situation'),
    guidance: pairOf(data, 'guidance'),
    asksCriticality: textOf(data, 'asksCriticality') !== '',
    needsReproduction: textOf(data, 'needsReproduction') !== '',
    becomesIdea: textOf(data, 'becomesIdea') !== '',
    needsCompleteness: textOf(data, 'needsCompleteness') !== '',
    resolveNeeds: RESOLVE_NEEDS.filter((need) => textOf(data, `resolve-${need}`) !== ''),
    active: key === '' || textOf(data, 'active') !== '',
  };
  await save(
    'type',
    data,
    (api) => (key ? api.forms.editType({ key, ...facts }) : api.forms.addType(facts)),
    (saved) => typePage(data, saved.key, key ? 'saved' : 'added'),
  );
};

/** Adds a field or saves one. */
export const saveField = async (data: FormData): Promise<void> => {
  const id = textOf(data, 'id');
  const typeKey = textOf(data, 'typeKey');
  const facts = {
    // The verb checks the choices; what a form says is only text.
    kind: textOf(data, 'kind') as FieldKind,
    need: textOf(data, 'need') as FieldNeed,
    label: pairOf(data, 'label'),
    help: pairOf(data, 'help'),
    why: pairOf(data, 'why'),
    options: textOf(data, 'options'),
    active: id === '' || textOf(data, 'active') !== '',
  };
  await save(
    `field-${id}`,
    data,
    (api) => (id ? api.forms.editField({ id, ...facts }) : api.forms.addField({ typeKey, ...facts })),
    (saved) => `${typePage(data, saved.typeKey, 'saved')}#fields`,
  );
};

const rowOf = (data: FormData) => ({
  what: WHAT.find((one) => one === textOf(data, 'what')) ?? 'field',
  id: textOf(data, 'id'),
});

/** Moves a row one place up or down. */
export const moveRow = async (data: FormData): Promise<void> =>
  save(
    'rows',
    data,
    (api) => api.forms.move({ ...rowOf(data), way: textOf(data, 'way') === 'up' ? 'up' : 'down' }),
    () => nextOf(data) ?? overview(data, 'moved'),
  );

/** Deletes what nothing uses. */
export const removeRow = async (data: FormData): Promise<void> =>
  save(
    'rows',
    data,
    (api) => api.forms.remove(rowOf(data)),
    () => withQuery(nextOf(data) ?? overview(data, ''), { done: 'removed' }),
  );
