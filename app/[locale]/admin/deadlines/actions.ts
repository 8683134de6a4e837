'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import type { Preset } from '@/domain/sla/presets';
import type { TargetShape } from '@/domain/sla/written';
import type { ClockKind } from '@/domain/tickets/history';

type Api = Awaited<ReturnType<typeof serverApi>>;

/** Runs a verb from a posted form: back to the page with a word, or with the mistakes beside their fields. */
const save = async (form: string, data: FormData, run: (api: Api) => Promise<unknown>): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const saved = await attempt(form, data, () => run(api));
  if (saved.done) redirect(`/${locale}/admin/deadlines?done=1`);
};

const bilingualOf = (data: FormData, name: string) => ({
  fr: textOf(data, `${name}.fr`),
  en: textOf(data, `${name}.en`),
});

/** What a form promises for one level. The verb checks the shapes; what a form says is only text. */
const targetsOf = (data: FormData, name: string) => {
  const target = (clock: ClockKind) => ({
    shape: textOf(data, `${name}.${clock}.shape`) as TargetShape,
    amount: textOf(data, `${name}.${clock}.amount`),
  });
  return { taken: target('taken'), answer: target('answer'), resolution: target('resolution') };
};

/** Saves a level of criticality with what is promised for it. */
export const saveLevel = async (data: FormData): Promise<void> => {
  const key = textOf(data, 'key');
  const facts = {
    name: bilingualOf(data, 'name'),
    definition: bilingualOf(data, 'definition'),
    examples: bilingualOf(data, 'examples'),
    fromSeverity: textOf(data, 'fromSeverity'),
    targets: targetsOf(data, 'targets'),
  };
  await save(
    `level-${key}`,
    data,
    (api): Promise<unknown> => (key ? api.sla.editLevel({ key, ...facts }) : api.sla.addLevel(facts)),
  );
};

/** The levels that a form of a policy names in its fields. */
const levelsNamed = (data: FormData): string[] => {
  const named = [...data.keys()].map((name) => /^targets\.([^.]+)\./.exec(name)?.[1]);
  return [...new Set(named.flatMap((level) => level ?? []))];
};

/** Saves a policy with what it promises for each level. */
export const savePolicy = async (data: FormData): Promise<void> => {
  const key = textOf(data, 'key');
  const facts = {
    name: bilingualOf(data, 'name'),
    calendar: textOf(data, 'calendar'),
    targets: Object.fromEntries(levelsNamed(data).map((level) => [level, targetsOf(data, `targets.${level}`)])),
  };
  await save(
    `policy-${key}`,
    data,
    (api): Promise<unknown> => (key ? api.sla.editPolicy({ key, ...facts }) : api.sla.addPolicy(facts)),
  );
};

/** Deletes a policy that no type of request goes by. */
export const removePolicy = async (data: FormData): Promise<void> =>
  save('remove', data, (api) => api.sla.removePolicy({ key: textOf(data, 'key') }));

/** Saves a business calendar. */
export const saveCalendar = async (data: FormData): Promise<void> => {
  const key = textOf(data, 'key');
  const hours = (day: number) => textOf(data, `hours.${day}`);
  const facts = {
    name: bilingualOf(data, 'name'),
    timeZone: textOf(data, 'timeZone'),
    country: textOf(data, 'country'),
    region: textOf(data, 'region'),
    hours: { 1: hours(1), 2: hours(2), 3: hours(3), 4: hours(4), 5: hours(5), 6: hours(6), 7: hours(7) },
    daysOff: textOf(data, 'daysOff'),
    openDays: textOf(data, 'openDays'),
  };
  await save(
    `calendar-${key}`,
    data,
    (api): Promise<unknown> => (key ? api.sla.editCalendar({ key, ...facts }) : api.sla.addCalendar(facts)),
  );
};

/** Begins from one of the shipped divisions of gravity. */
export const applyPreset = async (data: FormData): Promise<void> =>
  // The verb checks the choice.
  save('preset', data, (api) => api.sla.applyPreset({ preset: textOf(data, 'preset') as Preset }));

/** Deletes a level that no request has. */
export const removeLevel = async (data: FormData): Promise<void> =>
  save('remove', data, (api) => api.sla.removeLevel({ key: textOf(data, 'key') }));

/** Deletes a calendar that nothing goes by. */
export const removeCalendar = async (data: FormData): Promise<void> =>
  save('remove', data, (api) => api.sla.removeCalendar({ key: textOf(data, 'key') }));

/** Saves when updates of the product leave. */
export const saveRhythm = async (data: FormData): Promise<void> =>
  save('rhythm', data, (api) =>
    api.sla.editRhythm({ weekdays: data.getAll('weekdays').map(String), at: textOf(data, 'at') }),
  );

/** Saves after how many days of silence what happens. */
export const saveSilence = async (data: FormData): Promise<void> =>
  save('silence', data, (api) =>
    api.sla.editSilence({
      firstReminder: textOf(data, 'firstReminder'),
      secondReminder: textOf(data, 'secondReminder'),
      close: textOf(data, 'close'),
      closeResolved: textOf(data, 'closeResolved'),
    }),
  );
