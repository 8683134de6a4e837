'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import type { InvitedRole } from '@/domain/people/inviting';
import type { Locale } from '@/domain/people/locale';
import type { Role } from '@/domain/people/roles';

type Api = Awaited<ReturnType<typeof serverApi>>;

const change = async (data: FormData, done: string, run: (api: Api, id: string) => Promise<unknown>): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const changed = await attempt('people', data, () => run(api, textOf(data, 'id')));
  if (!changed.done) return;
  const [q, role, state] = [textOf(data, 'q'), textOf(data, 'shown'), textOf(data, 'state')];
  const view = { q, role, state, after: textOf(data, 'after'), before: textOf(data, 'before') };
  redirect(withQuery(`/${locale}/admin/people`, { ...view, done }));
};

/** Gives an account another role. */
export const changeRole = async (data: FormData): Promise<void> =>
  // The verb checks the role; what a form says is only text.
  change(data, 'role', (api, id) => api.people.changeRole({ id, role: textOf(data, 'role') as Role }));

/** Closes an account. */
export const deactivate = async (data: FormData): Promise<void> =>
  change(data, 'deactivated', (api, id) => api.people.deactivate({ id }));

/** Opens a closed account again. */
export const reactivate = async (data: FormData): Promise<void> =>
  change(data, 'reactivated', (api, id) => api.people.reactivate({ id }));

/** Invites an address to work here, or sends its invitation again. */
export const inviteColleague = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  // The verb checks the role and the language; what a form says is only text.
  const [role, language] = [textOf(data, 'role') as InvitedRole, textOf(data, 'language') as Locale];
  const asked = { email: textOf(data, 'email'), role, language };
  const invited = await attempt('colleague', data, () => api.people.inviteColleague(asked));
  if (invited.done) redirect(withQuery(`/${locale}/admin/people`, { done: 'invited' }));
};

/** Takes an invitation to work here back. */
export const withdrawColleague = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const withdrawn = await attempt('people', data, () => api.people.withdrawColleague({ id: textOf(data, 'id') }));
  if (withdrawn.done) redirect(withQuery(`/${locale}/admin/people`, { done: 'withdrawn' }));
};
