import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Day } from '@/app/_components/articles/day';
import { MostRead } from '@/app/_components/articles/most-read';
import type { ServiceStatus } from '@/app/_components/incidents/load-status';
import { PAGE_LOOK } from '@/app/_components/incidents/look';
import { KindBadge } from '@/app/_components/news/kind-badge';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { SearchBox } from '@/app/_components/shell/search-box';
import { LinkButton } from '@/app/_components/ui/button';
import { LinkCard } from '@/app/_components/ui/card';
import { Icon } from '@/app/_components/ui/icon';
import { isIconName } from '@/app/_components/ui/icons';
import { TextLink } from '@/app/_components/ui/text-link';
import { TONE_TEXT } from '@/app/_components/ui/tone';
import { ReadingPage } from '@/app/_site/reading-page';
import { StructuredData, siteData } from '@/app/_site/structured-data';
import type { Locale } from '@/domain/people/locale';
import { type ArticleEntry, type CollectionPage, pathOf, type ReleaseNoteEntry } from '@/server/kernel/content';

type Question = { key: string; path: string; question: string };

type HomeSheetProps = {
  locale: Locale;
  status: ServiceStatus;
  collections: readonly CollectionPage[];
  mostRead: readonly ArticleEntry[];
  notes: readonly ReleaseNoteEntry[];
  questions: readonly Question[];
  /** What is for this reader alone: never on the page that is kept for everybody. */
  own?: ReactNode;
};

const BAND = 'page-gutter mx-auto w-full max-w-page';

const SiteFacts = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('home');
  return <StructuredData data={siteData(locale, t('description', { brand: brand.name }))} />;
};

const Hero = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('home');
  return (
    <section className="border-b border-line bg-sunken">
      <div className={clsx(BAND, 'py-16 sm:py-24')}>
        <h1 className="max-w-3xl text-5xl">{t('title')}</h1>
        <p className="mt-5 max-w-reading text-lg text-ink-soft">{t('lead', { brand: brand.name })}</p>
        <div className="mt-9 max-w-3xl">
          <SearchBox locale={locale} size="hero" />
        </div>
      </div>
    </section>
  );
};

const StatusLine = ({ locale, status }: { locale: Locale; status: ServiceStatus }) => {
  const t = useTranslations('status');
  const { tone, icon } = PAGE_LOOK[status.page.description];
  return (
    <a
      href={`/${locale}/status`}
      className="flex items-center gap-3 rounded-lg border border-line bg-surface px-5 py-4 font-medium no-underline hover:border-accent-line"
    >
      <Icon name={icon} size={22} className={TONE_TEXT[tone]} />
      <span>
        <span className="text-ink-soft">{t('title')}</span> – {t(`page.${status.page.description}`)}
      </span>
      <Icon name="arrow-right" size={17} className="ms-auto text-ink-faint" />
    </a>
  );
};

const Collections = ({ collections }: Pick<HomeSheetProps, 'collections'>) => {
  const t = useTranslations('home');
  const tArticles = useTranslations('articles');
  if (collections.length === 0) return null;
  return (
    <section aria-labelledby="collections">
      <h2 id="collections" className="text-2xl">
        {t('collections')}
      </h2>
      <div className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {collections.map((collection) => (
          <LinkCard
            key={collection.key}
            href={pathOf(collection)}
            title={collection.title}
            icon={isIconName(collection.icon) ? collection.icon : 'book-open'}
            meta={tArticles('count', { count: collection.count })}
          >
            {collection.description === collection.title ? null : collection.description}
          </LinkCard>
        ))}
      </div>
    </section>
  );
};

const News = ({ locale, notes }: Pick<HomeSheetProps, 'locale' | 'notes'>) => {
  const t = useTranslations('home');
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="latest">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="latest" className="text-2xl">
          {t('news')}
        </h2>
        <TextLink href={`/${locale}/news`}>{t('allNews')}</TextLink>
      </div>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {notes.map((note) => (
          <li key={note.key} className="py-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-faint">
              <KindBadge kind={note.kind} />
              <Day day={note.date} />
            </p>
            <a href={pathOf(note)} className="mt-1 block font-medium no-underline hover:underline">
              {note.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Questions = ({ locale, questions }: Pick<HomeSheetProps, 'locale' | 'questions'>) => {
  const t = useTranslations('home');
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="questions" className="text-2xl">
          {t('questions')}
        </h2>
        <TextLink href={`/${locale}/faq`}>{t('allQuestions')}</TextLink>
      </div>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {questions.map((question) => (
          <li key={question.key}>
            <a href={question.path} className="flex items-center gap-3 py-3.5 no-underline hover:underline">
              <Icon name="circle-help" size={18} className="text-ink-faint" />
              {question.question}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Ask = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('home');
  return (
    <section
      aria-labelledby="ask"
      className="rounded-lg border border-accent-line bg-accent-soft px-6 py-8 sm:flex sm:items-center sm:gap-8 sm:px-9"
    >
      <div>
        <h2 id="ask" className="text-xl">
          {t('ask.title')}
        </h2>
        <p className="mt-1.5 max-w-reading text-ink-soft">{t('ask.text')}</p>
      </div>
      <LinkButton href={`/${locale}/requests/new`} variant="primary" size="lg" className="mt-5 sm:ms-auto sm:mt-0">
        {t('ask.action')}
      </LinkButton>
    </section>
  );
};

/** The home page: search first, then the shelves, then what is new. */
export const HomeSheet = ({ locale, status, collections, mostRead, notes, questions, own }: HomeSheetProps) => (
  <ReadingPage locale={locale} alternates={sameInAll('')} search={false} bare more>
    <SiteFacts locale={locale} />
    <Hero locale={locale} />
    <div className={clsx(BAND, 'grid gap-14 pt-10 pb-20')}>
      <StatusLine locale={locale} status={status} />
      {own}
      <Collections collections={collections} />
      <MostRead articles={mostRead} />
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
        <News locale={locale} notes={notes} />
        <Questions locale={locale} questions={questions} />
      </div>
      <Ask locale={locale} />
    </div>
  </ReadingPage>
);
