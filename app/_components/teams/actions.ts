'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

const MEMBER = 'member-';

/** The people whose box is ticked, with whether they take turns. */
const membersIn = (form: FormData) =>
  [...form.keys()]
    .filter((name) => name.startsWith(MEMBER))
    .map((name) => name.slice(MEMBER.length))
    .map((userId) => ({ userId, takesTurns: textOf(form, `turn-${userId}`) !== '' }));

/** Makes a team, or saves what changed of one. */
export const saveTeam = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const id = textOf(form, 'id');
  const facts = {
    nameFr: textOf(form, 'nameFr'),
    nameEn: textOf(form, 'nameEn'),
    level: textOf(form, 'level'),
    roundRobin: textOf(form, 'roundRobin') !== '',
    members: membersIn(form),
  };
  const saved = await attempt('team', form, () => (id ? api.teams.edit({ id, ...facts }) : api.teams.create(facts)));
  if (saved.done) redirect(`/${locale}/admin/teams/${saved.answer.id}?done=saved`);
};

/** Sets a team aside, or takes it up again. */
export const setTeamAside = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const [id, aside] = [textOf(form, 'id'), textOf(form, 'aside') !== ''];
  const set = await attempt('team-state', form, () => api.teams.setAside({ id, aside }));
  if (set.done) redirect(`/${locale}/admin/teams/${id}?done=${aside ? 'aside' : 'back'}`);
};

/** Deletes a team that was never used. */
export const removeTeam = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const removed = await attempt('team-state', form, () => api.teams.remove({ id: textOf(form, 'id') }));
  if (removed.done) redirect(`/${locale}/admin/teams?done=removed`);
};

/** Notes when somebody is away. */
export const addAbsence = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const absence = {
    userId: textOf(form, 'userId'),
    fromDay: textOf(form, 'fromDay'),
    untilDay: textOf(form, 'untilDay') || textOf(form, 'fromDay'),
    reason: textOf(form, 'reason'),
  };
  const added = await attempt('absence', form, () => api.teams.addAbsence(absence));
  if (added.done) redirect(`/${locale}/admin/teams?done=absence#absences`);
};

/** Takes an absence back. */
export const removeAbsence = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const removed = await attempt('absence', form, () => api.teams.removeAbsence({ id: textOf(form, 'id') }));
  if (removed.done) redirect(`/${locale}/admin/teams?done=present#absences`);
};
