import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadArticle } from '@/app/_components/articles/load-article';
import { ReasonFields } from '@/app/_components/feedback/reason-fields';
import { VoteForm } from '@/app/_components/feedback/vote-form';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { Button } from '@/app/_components/ui/button';
import { PageHeader } from '@/app/_components/ui/page-header';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { usePhrase } from '@/app/_forms/use-phrase';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { ReadingPage } from '@/app/_site/reading-page';
import { VERDICTS } from '@/domain/articles/feedback';
import { pathOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string; slug: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'feedback' });
  return { title: t('question'), robots: { index: false } };
};

type Fields = { flash: Awaited<ReturnType<typeof takeFlash>>; legend: string; labels: Record<string, string> };

const VerdictField = ({ flash, legend, labels }: Fields) => (
  <RadioGroup
    name="verdict"
    legend={legend}
    error={usePhrase()(flash?.fields.verdict)}
    defaultValue={flash?.values.verdict}
    options={VERDICTS.map((verdict) => ({ value: verdict, label: labels[verdict] ?? verdict }))}
  />
);

/** The form under an article as a page of its own: where a vote that was refused comes back with all that was typed. */
export default async function FeedbackPage(props: Props) {
  const { collection, slug } = await props.params;
  const locale = await pageLocale(props.params);
  const page = (await loadArticle(locale, collection, slug, await readerOf(await headers()))) ?? notFound();
  const { article } = page;
  const flash = await takeFlash('feedback');
  const t = await getTranslations('feedback');
  const tArticles = await getTranslations('articles');
  const way = [
    { href: `/${locale}/help`, label: tArticles('title') },
    { href: pathOf(page.collection), label: page.collection.title },
    { href: pathOf(article), label: article.title },
  ];
  return (
    <ReadingPage locale={locale} section="help" alternates={page.alternates}>
      <div className="grid max-w-form gap-8">
        <PageHeader above={<Breadcrumb items={way} />} title={t('question')} lead={article.title} />
        <VoteForm article={article} className="grid gap-6">
          <FormMessage flash={flash} />
          <VerdictField
            flash={flash}
            legend={t('verdict')}
            labels={Object.fromEntries(VERDICTS.map((verdict) => [verdict, t(`verdicts.${verdict}`)]))}
          />
          <ReasonFields id="feedback" flash={flash} />
          <Button type="submit" variant="primary" size="lg" className="justify-self-start">
            {t('send')}
          </Button>
        </VoteForm>
      </div>
    </ReadingPage>
  );
}
