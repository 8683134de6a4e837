import 'server-only';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import type { IdeaView } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';
import type { IdeaPage, ListedIdea } from './load-ideas';

/** A view of the ideas and what the reader proposed; a session that has run out reads what everybody does. */
export const loadSignedInIdeas = async (
  locale: Locale,
  view: IdeaView,
): Promise<{ page: IdeaPage; own: readonly ListedIdea[] | null }> => {
  const { ideas } = await serverApi(locale);
  const person = await currentPerson();
  const [page, own] = await Promise.all([ideas.list({ view }), person ? ideas.own({}) : null]);
  return { page, own: own?.ideas ?? null };
};
