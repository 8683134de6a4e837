import type { Locale } from '@/domain/people/locale';
import { ANONYMOUS, type Audiences, byOrder, type WithBody, withBody } from './reading';
import type { FaqCategoryEntry, FaqQuestionEntry } from './snapshot';
import { currentStore } from './store';

/** A category of questions, each with its answer. */
export type FaqCategory = FaqCategoryEntry & { questions: readonly WithBody<FaqQuestionEntry>[] };

/** The questions of a language by category; categories without a question for this reader are left out. */
export const faq = async (locale: Locale, audiences: Audiences = ANONYMOUS): Promise<FaqCategory[]> => {
  const store = currentStore();
  const questions = store.list(locale, 'faqQuestion').filter((question) => audiences.includes(question.audience));
  const categories = await Promise.all(
    [...store.list(locale, 'faqCategory')].sort(byOrder).map(async (category) => {
      const own = questions.filter((question) => question.folder === category.slug).sort(byOrder);
      return { ...category, questions: await Promise.all(own.map(withBody)) };
    }),
  );
  return categories.filter((category) => category.questions.length > 0);
};
