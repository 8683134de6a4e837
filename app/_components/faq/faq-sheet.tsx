import { useTranslations } from 'next-intl';
import { sameInAll } from '@/app/_components/shell/alternates';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { Card } from '@/app/_components/ui/card';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import type { FaqCategory } from '@/server/kernel/content';
import { FaqCategorySection } from './faq-category';

type FaqSheetProps = {
  locale: Locale;
  categories: readonly FaqCategory[];
  /** Where there are answers that only customers see; null when there are none, or when these are they. */
  reserved: string | null;
};

/** All questions on one page: categories beside them, each answer one press away. */
export const FaqSheet = ({ locale, categories, reserved }: FaqSheetProps) => {
  const t = useTranslations('faq');
  return (
    <ReadingPage locale={locale} section="faq" alternates={sameInAll('/faq')}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {categories.length === 0 ? (
        <EmptyState
          className="mt-12"
          icon="circle-help"
          title={t('empty.title')}
          actions={<LinkButton href={`/${locale}/requests/new`}>{t('more.action')}</LinkButton>}
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-[14rem_minmax(0,43rem)]">
          <CategoryLinks categories={categories} />
          <div className="grid gap-12">
            <div className="grid gap-12" data-unfolds="">
              <UnfoldAll />
              {categories.map((category) => (
                <FaqCategorySection key={category.key} category={category} />
              ))}
            </div>
            {reserved ? (
              <p className="text-[0.9375rem] text-ink-soft" data-print="no">
                {t.rich('reserved.more', { link: (words) => <TextLink href={reserved}>{words}</TextLink> })}
              </p>
            ) : null}
            <Ask locale={locale} />
          </div>
        </div>
      )}
    </ReadingPage>
  );
};

/** Shown by the reading script, which does what it says; without it each answer opens by itself. Its place is kept, so that nothing moves. */
const UnfoldAll = () => {
  const t = useTranslations('faq.unfold');
  return (
    <Button
      variant="quiet"
      size="sm"
      icon="chevrons-up-down"
      data-unfold=""
      data-print="no"
      data-fold-label={t('fold')}
      className="invisible relative -mb-20 justify-self-end"
    >
      <span>{t('unfold')}</span>
    </Button>
  );
};

const Ask = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('faq.more');
  return (
    <div data-print="no">
      <Card className="sm:flex sm:items-center sm:justify-between sm:gap-6">
        <div>
          <h2 className="text-lg">{t('title')}</h2>
          <p className="mt-1 text-[0.9375rem] text-ink-soft">{t('text')}</p>
        </div>
        <LinkButton href={`/${locale}/requests/new`} className="mt-4 sm:mt-0">
          {t('action')}
        </LinkButton>
      </Card>
    </div>
  );
};

const CategoryLinks = ({ categories }: { categories: readonly FaqCategory[] }) => {
  const t = useTranslations('faq');
  return (
    <nav aria-label={t('categories')} data-print="no">
      <ul className="flex flex-wrap gap-x-5 lg:sticky lg:top-24 lg:grid">
        {categories.map((category) => (
          <li key={category.key}>
            <a
              href={`#${category.slug}`}
              className="flex min-h-10 items-center gap-2 text-[0.9375rem] text-ink-soft no-underline hover:text-accent hover:underline"
            >
              {category.title}
              <span className="tabular text-sm text-ink-faint">{category.questions.length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
