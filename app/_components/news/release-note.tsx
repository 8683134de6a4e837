import { useTranslations } from 'next-intl';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import { Body } from '@/app/_components/articles/body';
import { PicturePart } from '@/app/_components/articles/body-prose';
import { Day } from '@/app/_components/articles/day';
import { StepLinks } from '@/app/_components/articles/next-readings';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { absolute } from '@/app/_site/address';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, type Facts, pictureData, publisherData, StructuredData } from '@/app/_site/structured-data';
import { hasReserved, pathOf, type ReleaseNoteEntry } from '@/server/kernel/content';
import { KindBadge } from './kind-badge';
import type { NotePage } from './load-note';
import type { ThemeTitles } from './load-themes';

/** The page of a release note. */
export const ReleaseNote = ({ note, newer, older, themes, alternates }: NotePage) => {
  const t = useTranslations('news');
  const step = (other: ReleaseNoteEntry | null, label: string) =>
    other && { href: pathOf(other), title: other.title, label };
  return (
    <ReadingPage
      locale={note.locale}
      section="news"
      alternates={alternates}
      more={hasReserved(note.locale, 'releaseNote')}
    >
      <StructuredData data={noteData(note, t('title'))} />
      <article className="mx-auto max-w-reading">
        <PageHeader
          above={<Breadcrumb items={[{ href: `/${note.locale}/news`, label: t('title') }]} />}
          title={note.title}
          lead={note.summary}
          meta={
            <>
              <KindBadge kind={note.kind} />
              {note.audience === 'public' ? null : <AudienceBadge audience={note.audience} />}
              <Day day={note.date} />
              <span className="after-dot tabular">{t('version', { version: note.version })}</span>
            </>
          }
        />
        <div className="prose mt-9">
          {note.picture ? <PicturePart src={note.picture} alt={note.pictureAlt ?? ''} /> : null}
          <Body tree={note.tree} />
        </div>
        <Concerned note={note} themes={themes} />
        <StepLinks label={t('neighbours')} back={step(older, t('older'))} on={step(newer, t('newer'))} />
      </article>
    </ReadingPage>
  );
};

/**
 * What the note delivers: themes by name, requests and ideas by number alone. Whose they are and what they say is for
 * those who may open them.
 */
const Concerned = ({ note, themes }: { note: ReleaseNoteEntry; themes: ThemeTitles }) => {
  const t = useTranslations('news.concerned');
  const named = note.themes.flatMap((key) => {
    const title = themes.get(key);
    return title === undefined ? [] : [{ key, title }];
  });
  if (named.length + note.requests.length + note.ideas.length === 0) return null;
  return (
    <dl className="mt-10 grid gap-x-6 gap-y-3 border-t border-line pt-5 text-[0.9375rem] sm:grid-cols-[auto_1fr]">
      {named.length > 0 ? (
        <>
          <dt className="text-ink-soft">{t('themes')}</dt>
          <dd className="flex flex-wrap gap-x-4 gap-y-1">
            {named.map(({ key, title }) => (
              <TextLink key={key} href={`/${note.locale}/roadmap/${key}`}>
                {title}
              </TextLink>
            ))}
          </dd>
        </>
      ) : null}
      <Numbers term={t('requests', { count: note.requests.length })} numbers={note.requests} />
      <Numbers term={t('ideas', { count: note.ideas.length })} numbers={note.ideas} />
    </dl>
  );
};

const Numbers = ({ term, numbers }: { term: string; numbers: readonly number[] }) => {
  const t = useTranslations('news.concerned');
  if (numbers.length === 0) return null;
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="tabular flex flex-wrap gap-x-4 gap-y-1">
        {numbers.map((number) => (
          <span key={number}>{t('number', { number: String(number) })}</span>
        ))}
      </dd>
    </>
  );
};

const noteData = (note: ReleaseNoteEntry, news: string): Facts => ({
  '@graph': [
    {
      '@type': 'Article',
      headline: note.title,
      description: note.summary,
      inLanguage: note.locale,
      datePublished: note.date,
      dateModified: note.date,
      author: publisherData(),
      publisher: publisherData(),
      mainEntityOfPage: absolute(pathOf(note)),
      image: pictureData(pathOf(note), note.picture),
    },
    breadcrumbData([
      { href: `/${note.locale}/news`, label: news },
      { href: pathOf(note), label: note.title },
    ]),
  ],
});
