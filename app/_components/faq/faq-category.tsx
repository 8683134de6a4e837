import { useTranslations } from 'next-intl';
import { Body } from '@/app/_components/articles/body';
import { Accordion } from '@/app/_components/ui/accordion';
import type { FaqCategory } from '@/server/kernel/content';

/**
 * The questions of a category. The anchor of a question lies inside its answer, so that the browser opens it when one
 * comes by a link (HTML's ancestor revealing algorithm); the margin brings the question itself into view.
 */
export const FaqCategorySection = ({ category }: { category: FaqCategory }) => {
  const t = useTranslations('faq');
  return (
    <section aria-labelledby={category.slug}>
      <h2 id={category.slug} className="mb-2 text-2xl">
        {category.title}
      </h2>
      <div className="border-t border-line">
        {category.questions.map((question) => (
          <Accordion key={question.key} title={question.question}>
            <div id={question.slug} className="prose prose-compact scroll-mt-40">
              <Body tree={question.tree} inner />
              <p className="text-sm" data-print="no">
                <a href={`#${question.slug}`}>{t('anchor')}</a>
              </p>
            </div>
          </Accordion>
        ))}
      </div>
    </section>
  );
};
