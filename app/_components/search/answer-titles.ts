import { AUDIENCES } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { LOCALES } from '@/domain/people/locale';
import { collections, faq, pathOf, releaseNotes } from '@/server/kernel/content';

const titlesIn = async (locale: Locale): Promise<(readonly [path: string, title: string])[]> => {
  const articles = collections(locale, AUDIENCES).flatMap((collection) =>
    collection.sections.flatMap((section) => section.articles),
  );
  const questions = (await faq(locale, AUDIENCES)).flatMap((category) => category.questions);
  return [
    ...articles.map((article) => [pathOf(article), article.title] as const),
    ...questions.map((question) => [pathOf(question), question.question] as const),
    ...releaseNotes(locale, AUDIENCES).map((note) => [pathOf(note), note.title] as const),
  ];
};

/** The titles of answers by their path, for staff: all audiences, both languages. */
export const answerTitles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await Promise.all(LOCALES.map(titlesIn))).flat());
