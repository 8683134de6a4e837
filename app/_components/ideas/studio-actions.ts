'use server';

import { revalidatePath } from 'next/cache';
import { attempt } from '@/app/_forms/attempt';
import { stayOrLeadTo } from '@/app/_forms/in-place';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { type IdeaState, isIdeaRhythm, isIdeaState } from '@/domain/ideas/states';

type Api = Awaited<ReturnType<typeof serverApi>>;

/** Does what a form of the studio's page of an idea asks for, in place where scripts sent it. */
const perform = async (
  name: string,
  form: FormData,
  verb: (ideas: Api['ideas']) => Promise<unknown>,
): Promise<void> => {
  const locale = localeOf(form);
  const { ideas } = await serverApi(locale);
  const outcome = await attempt(name, form, () => verb(ideas));
  if (!outcome.done) return;
  revalidatePath(`/${locale}/studio/ideas`, 'layout');
  await stayOrLeadTo(`/${locale}/studio/ideas/${textOf(form, 'number')}`);
};

// The verb refuses what is none of them; what a form says is only text.
const stateIn = (form: FormData, name: string): IdeaState => {
  const value = textOf(form, name);
  return isIdeaState(value) ? value : ('' as IdeaState);
};

/** Takes an idea to another state. */
export const moveIdea = async (form: FormData): Promise<void> =>
  perform('move-idea', form, (ideas) =>
    ideas.move({
      number: textOf(form, 'number'),
      from: stateIn(form, 'from'),
      to: stateIn(form, 'to'),
      theme: textOf(form, 'theme'),
      reason: { fr: textOf(form, 'reasonFr'), en: textOf(form, 'reasonEn') },
    }),
  );

/** Puts an idea into other words. */
export const editIdea = async (form: FormData): Promise<void> => {
  const rhythm = textOf(form, 'rhythm');
  return perform('edit-idea', form, (ideas) =>
    ideas.edit({
      number: textOf(form, 'number'),
      seenAt: new Date(textOf(form, 'seenAt')),
      title: textOf(form, 'title'),
      need: textOf(form, 'need'),
      why: textOf(form, 'why'),
      situation: textOf(form, 'situation'),
      rhythm: isIdeaRhythm(rhythm) ? rhythm : '',
    }),
  );
};

/** Lets an idea go on in another one. */
export const mergeIdea = async (form: FormData): Promise<void> =>
  perform('merge-idea', form, (ideas) => ideas.merge({ number: textOf(form, 'number'), into: textOf(form, 'into') }));

/** Lets it stand for itself again. */
export const unmergeIdea = async (form: FormData): Promise<void> =>
  perform('unmerge-idea', form, (ideas) => ideas.unmerge({ number: textOf(form, 'number') }));
