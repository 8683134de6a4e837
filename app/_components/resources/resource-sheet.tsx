import { useTranslations } from 'next-intl';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import { Body } from '@/app/_components/articles/body';
import { FileLinkPart } from '@/app/_components/articles/body-file';
import { PicturePart } from '@/app/_components/articles/body-prose';
import { VideoPart } from '@/app/_components/articles/body-video';
import { Day } from '@/app/_components/articles/day';
import { Badge } from '@/app/_components/ui/badge';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { ReadingPage } from '@/app/_site/reading-page';
import { StructuredData } from '@/app/_site/structured-data';
import { collections, hasReserved, pathOf } from '@/server/kernel/content';
import { useDuration } from './duration';
import type { ResourcePage } from './load-resource';
import { RESOURCE_ICONS } from './look';
import { ResourceCard } from './resource-card';
import { resourceData } from './resource-data';

type Resource = ResourcePage['resource'];

/** The page of a resource: what it is, the thing itself, the text about it, and its like. */
export const ResourceSheet = ({ resource, others, alternates }: ResourcePage) => {
  const t = useTranslations('resources');
  const { locale } = resource;
  const way = [
    { href: `/${locale}/resources`, label: t('title') },
    { href: `/${locale}/resources/by/${resource.kind}`, label: t(`kinds.${resource.kind}`) },
  ];
  return (
    <ReadingPage locale={locale} section="resources" alternates={alternates} more={hasReserved(locale, 'resource')}>
      <StructuredData data={resourceData(resource, way)} />
      <article className="mx-auto max-w-reading">
        <PageHeader
          above={<Breadcrumb items={way} />}
          title={resource.title}
          lead={resource.summary}
          meta={<Facts resource={resource} />}
        />
        <div className="prose mt-9">
          <Thing resource={resource} />
          <Body tree={resource.tree} />
        </div>
        <Themes resource={resource} />
      </article>
      {others.length > 0 ? (
        <section aria-labelledby="others" className="mt-16" data-print="no">
          <h2 id="others" className="text-2xl">
            {t('others')}
          </h2>
          <div className="mt-6 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {others.map((other) => (
              <ResourceCard key={other.key} resource={other} heading="h3" />
            ))}
          </div>
        </section>
      ) : null}
    </ReadingPage>
  );
};

const Facts = ({ resource }: { resource: Resource }) => {
  const t = useTranslations('resources');
  const duration = useDuration();
  return (
    <>
      <Badge icon={RESOURCE_ICONS[resource.kind]}>{t(`kind.${resource.kind}`)}</Badge>
      {resource.audience === 'public' ? null : <AudienceBadge audience={resource.audience} />}
      <Day day={resource.date} />
      {resource.author ? <span>{t('by', { author: resource.author })}</span> : null}
      {resource.kind === 'guide' ? <span>{t('readingTime', { minutes: resource.readingMinutes })}</span> : null}
      {resource.duration ? <span>{duration(resource.duration)}</span> : null}
    </>
  );
};

/** What one came for, before the words about it. */
const Thing = ({ resource }: { resource: Resource }) => {
  const { video, file, cover, subtitles } = resource;
  if (video) {
    const optional = { ...(cover ? { poster: cover } : {}), ...(subtitles ? { subtitles } : {}) };
    return <VideoPart src={video} title={resource.title} {...optional} />;
  }
  return (
    <>
      {cover ? <PicturePart src={cover} alt={resource.coverAlt ?? ''} /> : null}
      {file ? <FileLinkPart href={file} title={resource.title} /> : null}
    </>
  );
};

const Themes = ({ resource }: { resource: Resource }) => {
  const t = useTranslations('resources');
  const named = collections(resource.locale).filter(({ key, count }) => resource.themes.includes(key) && count > 0);
  if (named.length === 0) return null;
  return (
    <p className="mt-10 flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-5 text-[0.9375rem]" data-print="no">
      <span className="text-ink-soft">{t('inHelp')}</span>
      {named.map((collection) => (
        <TextLink key={collection.key} href={pathOf(collection)}>
          {collection.title}
        </TextLink>
      ))}
    </p>
  );
};
