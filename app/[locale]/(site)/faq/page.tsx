import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { FaqCategorySection } from '@/app/_components/faq/faq-category';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { Card } from '@/app/_components/ui/card';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import { StructuredData } from '@/app/_site/structured-data';
import type { Locale } from '@/domain/people/locale';
import { type FaqCategory, faq, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations('faq');
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path: `/${locale}/faq`,
    alternates: sameInAll('/faq'),
  });
};

export default async function FaqPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'faqCategory'), listTag(locale, 'faqQuestion'));
  return <Faq locale={locale} categories={await faq(locale)} />;
}

const Faq = ({ locale, categories }: { locale: Locale; categories: readonly FaqCategory[] }) => {
  const t = useTranslations('faq');
  return (
    <ReadingPage locale={locale} section="faq" alternates={sameInAll('/faq')}>
      <StructuredData data={faqData(categories)} />
      <PageHeader title={t('title')} lead={t('lead')} />
      {categories.length === 0 ? (
        <EmptyState className="mt-12" icon="circle-help" title={t('empty.title')} />
      ) : (
        <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-[14rem_minmax(0,43rem)]">
          <CategoryLinks categories={categories} />
          <div className="grid gap-12">
            {categories.map((category) => (
              <FaqCategorySection key={category.key} category={category} />
            ))}
            <Card className="sm:flex sm:items-center sm:justify-between sm:gap-6">
              <div>
                <h2 className="text-lg">{t('more.title')}</h2>
                <p className="mt-1 text-[0.9375rem] text-ink-soft">{t('more.text')}</p>
              </div>
              <LinkButton href={`/${locale}/requests/new`} className="mt-4 sm:mt-0">
                {t('more.action')}
              </LinkButton>
            </Card>
          </div>
        </div>
      )}
    </ReadingPage>
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

const faqData = (categories: readonly FaqCategory[]) => ({
  '@type': 'FAQPage',
  mainEntity: categories.flatMap((category) =>
    category.questions.map((question) => ({
      '@type': 'Question',
      name: question.question,
      acceptedAnswer: { '@type': 'Answer', text: question.text },
    })),
  ),
});
