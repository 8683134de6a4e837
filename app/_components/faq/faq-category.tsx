import { useTranslations } from 'next-intl';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import { Body } from '@/app/_components/articles/body';
import { Accordion } from '@/app/_components/ui/accordion';
import { Icon } from '@/app/_components/ui/icon';
import { type FaqCategory, pathOf } from '@/server/kernel/content';

type Question = FaqCategory['questions'][number];

/**
 * The questions of a category. The anchor of a question lies inside its answer, so that the browser opens it when one
 * comes by a link (HTML's ancestor revealing algorithm; the reading script does it where a browser does not); the margin
 * brings the question itself into view.
 */
export const FaqCategorySection = ({ category }: { category: FaqCategory }) => (
  <section aria-labelledby={category.slug}>
    <h2 id={category.slug} className="mb-2 scroll-mt-6 text-2xl">
      {category.title}
    </h2>
    <div className="border-t border-line">
      {category.questions.map((question) => (
        <FaqQuestion key={question.key} question={question} />
      ))}
    </div>
  </section>
);

const FaqQuestion = ({ question }: { question: Question }) => {
  const t = useTranslations('faq');
  return (
    <Accordion title={question.question}>
      <div id={question.slug} className="scroll-mt-40">
        {question.audience === 'public' ? null : (
          <p>
            <AudienceBadge audience={question.audience} />
          </p>
        )}
        <Body tree={question.tree} inner />
        <p className="text-sm" data-print="no">
          {/* The full path: a copied address must lead here from anywhere. */}
          <a
            href={pathOf(question)}
            data-copy=""
            className="inline-flex min-h-8 items-center gap-1.5 text-ink-soft no-underline hover:text-accent hover:underline"
          >
            <Icon name="link" size={15} />
            {t('anchor')}
          </a>
        </p>
      </div>
    </Accordion>
  );
};
