import { cache } from 'react';
import { tagPage } from '@/app/_cache/tag-page';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { refusalBehind } from '@/app/_trpc/refusal';
import { visitorApi } from '@/app/_trpc/server';
import type { IdeaView } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';

export type Idea = RouterOutputs['ideas']['show'];
export type IdeaPage = RouterOutputs['ideas']['list'];
export type ListedIdea = Pick<
  IdeaPage['ideas'][number],
  'number' | 'title' | 'need' | 'locale' | 'state' | 'votes' | 'own' | 'supported' | 'createdAt'
>;

/** The tags of a page that shows one idea: that idea's own, since there may be thousands. */
export const ideaTags = (number: string): string[] => [`ideas:${number}`];

/** A view of the ideas as everybody may read them, for pages that are kept until one changes. */
export const loadIdeas = async (locale: Locale, view: IdeaView): Promise<IdeaPage> => {
  await tagPage('ideas');
  return visitorApi(locale).ideas.list({ view });
};

/** The numbers of all ideas that everybody may read, open ones first. */
export const publishedIdeas = async (locale: Locale): Promise<number[]> => {
  const { ideas } = visitorApi(locale);
  const numbers: number[] = [];
  for (const view of ['recent', 'shipped', 'declined'] as const) {
    for (let after: string | null = null; ; ) {
      const page: IdeaPage = await ideas.list({ view, after });
      numbers.push(...page.ideas.map(({ number }) => number));
      after = page.next;
      if (!after) break;
    }
  }
  return numbers;
};

/** One idea as everybody may read it; `null` where there is none, or nobody has read it yet. */
export const loadIdea = cache(async (locale: Locale, number: string): Promise<Idea | null> => {
  try {
    return await visitorApi(locale).ideas.show({ number });
  } catch (error) {
    if (refusalBehind(error)) return null;
    throw error;
  }
});
