'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf, withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import type { VisibilityDegree } from '@/domain/organisations/degrees';
import { type AccessMode, JOIN_OUTCOMES } from '@/domain/organisations/joining';
import type { Locale } from '@/domain/people/locale';

type Api = Awaited<ReturnType<typeof serverApi>>;

const change = async (
  flash: string,
  form: FormData,
  done: string,
  run: (api: Api) => Promise<unknown>,
): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const changed = await attempt(flash, form, () => run(api));
  if (!changed.done) return;
  const here = nextOf(form) ?? `/${locale}/account/organisation`;
  redirect(`${here}${here.includes('?') ? '&' : '?'}done=${done}`);
};

const placeIn = (form: FormData) => ({
  organisationId: textOf(form, 'organisationId'),
  manager: textOf(form, 'manager') !== '',
  teamId: textOf(form, 'teamId'),
});

/** Invites an address, or sends its invitation again. */
export const invitePerson = async (form: FormData): Promise<void> =>
  change('invite', form, 'invited', (api) =>
    // The verb checks the language; what a form says is only text.
    api.organisations.invite({
      ...placeIn(form),
      email: textOf(form, 'email'),
      language: textOf(form, 'language') as Locale,
    }),
  );

/** Takes an invitation back. */
export const withdrawInvitation = async (form: FormData): Promise<void> =>
  change('members', form, 'withdrawn', (api) => api.organisations.withdraw({ id: textOf(form, 'id') }));

/** Sets a member's role and team. */
export const placeMember = async (form: FormData): Promise<void> =>
  change('members', form, 'placed', (api) =>
    api.organisations.place({ ...placeIn(form), userId: textOf(form, 'userId') }),
  );

/** Takes a member out; whoever leaves goes to their account. */
export const detachMember = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const ids = { organisationId: textOf(form, 'organisationId'), userId: textOf(form, 'userId') };
  const api = await serverApi(locale);
  const detached = await attempt('members', form, () => api.organisations.detach(ids));
  if (!detached.done) return;
  const back = detached.answer.left ? `/${locale}/account/organisation` : nextOf(form);
  redirect(withQuery(back ?? `/${locale}/account/organisation`, { done: detached.answer.left ? 'left' : 'detached' }));
};

/** Adds a team. */
export const addTeam = async (form: FormData): Promise<void> =>
  change('team', form, 'team', (api) =>
    api.organisations.addTeam({ organisationId: textOf(form, 'organisationId'), name: textOf(form, 'name') }),
  );

const teamIn = (form: FormData) => ({
  organisationId: textOf(form, 'organisationId'),
  teamId: textOf(form, 'teamId'),
});

/** Calls a team something else. */
export const renameTeam = async (form: FormData): Promise<void> =>
  change('team', form, 'teamRenamed', (api) =>
    api.organisations.renameTeam({ ...teamIn(form), name: textOf(form, 'name') }),
  );

/** Takes an empty team out. */
export const removeTeam = async (form: FormData): Promise<void> =>
  change('team', form, 'teamRemoved', (api) => api.organisations.removeTeam(teamIn(form)));

/** Attaches an account by its address. */
export const attachAccount = async (form: FormData): Promise<void> =>
  change('attach', form, 'attached', (api) =>
    api.organisations.attach({ ...placeIn(form), email: textOf(form, 'email') }),
  );

/** Joins the organisation of one's address, or asks to. */
export const joinOrganisation = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const organisationId = textOf(form, 'organisationId');
  const joined = await attempt('join', form, () => api.organisations.join({ organisationId }));
  if (!joined.done) return;
  redirect(`/${locale}/account/organisation?done=${joined.answer.joined ? 'joined' : 'asked'}`);
};

/** Lets somebody in who asked, or not. */
export const decideJoinRequest = async (form: FormData): Promise<void> => {
  const outcome = JOIN_OUTCOMES.find((one) => one === textOf(form, 'outcome')) ?? 'declined';
  await change('joining', form, outcome, (api) =>
    api.organisations.decide({ id: textOf(form, 'id'), outcome, word: textOf(form, 'word') }),
  );
};

/** Makes an organisation, or saves what changed of one. */
export const saveOrganisation = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const id = textOf(form, 'id');
  const facts = {
    name: textOf(form, 'name'),
    productVersion: textOf(form, 'productVersion'),
    domains: textOf(form, 'domains'),
    // The verb checks the choices; what a form says is only text.
    visibility: textOf(form, 'visibility') as VisibilityDegree,
    access: textOf(form, 'access') as AccessMode,
    notes: textOf(form, 'notes'),
  };
  const saved = await attempt('organisation', form, () =>
    id ? api.organisations.edit({ id, ...facts }) : api.organisations.create(facts),
  );
  if (saved.done) redirect(`/${locale}/admin/organisations/${saved.answer.id}?done=saved`);
};

/** Puts an organisation away, or takes it out again. */
export const archiveOrganisation = async (form: FormData): Promise<void> => {
  const archived = textOf(form, 'archived') !== '';
  await change('organisation', form, archived ? 'archived' : 'restored', (api) =>
    api.organisations.archive({ id: textOf(form, 'id'), archived }),
  );
};
