import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { FaqSheet } from '@/app/_components/faq/faq-sheet';
import { sameInAll } from '@/app/_components/shell/alternates';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { type Facts, StructuredData } from '@/app/_site/structured-data';
import { type FaqCategory, faq, hasReservedQuestions, listTag } from '@/server/kernel/content';

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
  const categories = await faq(locale);
  return (
    <>
      {categories.length > 0 ? <StructuredData data={faqData(categories)} /> : null}
      <FaqSheet
        locale={locale}
        categories={categories}
        reserved={hasReservedQuestions(locale) ? `/${locale}/faq/reserved` : null}
      />
    </>
  );
}

const faqData = (categories: readonly FaqCategory[]): Facts => ({
  '@type': 'FAQPage',
  mainEntity: categories.flatMap((category) =>
    category.questions.map((question) => ({
      '@type': 'Question',
      name: question.question,
      acceptedAnswer: { '@type': 'Answer', text: question.text },
    })),
  ),
});
