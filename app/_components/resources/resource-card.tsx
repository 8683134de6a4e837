import { useTranslations } from 'next-intl';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import { Day } from '@/app/_components/articles/day';
import { useFileFacts } from '@/app/_components/articles/file-facts';
import { mediaAddress } from '@/app/_components/articles/media-address';
import { Badge } from '@/app/_components/ui/badge';
import { Icon } from '@/app/_components/ui/icon';
import { media, pathOf, type ResourceEntry } from '@/server/kernel/content';
import { useDuration } from './duration';
import { RESOURCE_ICONS } from './look';

type ResourceCardProps = { resource: ResourceEntry; heading?: 'h2' | 'h3' };

/** A resource on the shelf: its picture, what it is, and what one gets by taking it. */
export const ResourceCard = ({ resource, heading: Heading = 'h2' }: ResourceCardProps) => {
  const t = useTranslations('resources');
  const fileFacts = useFileFacts();
  const duration = useDuration();
  return (
    <article className="group relative flex flex-col overflow-hidden rounded-lg border border-line bg-surface hover:border-accent-line">
      <Cover resource={resource} />
      <div className="flex flex-1 flex-col p-5">
        <p className="flex flex-wrap gap-2">
          <Badge icon={RESOURCE_ICONS[resource.kind]}>{t(`kind.${resource.kind}`)}</Badge>
          {resource.audience === 'public' ? null : <AudienceBadge audience={resource.audience} />}
        </p>
        <Heading className="mt-3 text-lg leading-snug">
          <a href={pathOf(resource)} className="stretched no-underline group-hover:text-accent">
            {resource.title}
          </a>
        </Heading>
        <p className="mt-1.5 text-[0.9375rem] leading-normal text-ink-soft">{resource.summary}</p>
        <p className="mt-auto flex flex-wrap gap-x-3 pt-4 text-sm text-ink-faint">
          <Day day={resource.date} />
          {resource.kind === 'download' && resource.file ? <span>{fileFacts(resource.file)}</span> : null}
          {resource.kind === 'video' && resource.duration ? <span>{duration(resource.duration)}</span> : null}
          {resource.kind === 'guide' ? <span>{t('readingTime', { minutes: resource.readingMinutes })}</span> : null}
        </p>
      </div>
    </article>
  );
};

/** The title says what the picture shows: it is there for the eye alone. */
const Cover = ({ resource }: { resource: ResourceEntry }) => {
  const size = resource.cover ? media(resource.cover) : null;
  return (
    <span className="block aspect-video border-b border-line bg-sunken">
      {resource.cover && size ? (
        // biome-ignore lint/performance/noImgElement: drawings are served as they are, and Next's Image is a client component
        <img
          src={mediaAddress(resource.cover)}
          alt=""
          width={size.width ?? undefined}
          height={size.height ?? undefined}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        <span className="grid size-full place-items-center text-ink-faint">
          <Icon name={RESOURCE_ICONS[resource.kind]} size={44} />
        </span>
      )}
    </span>
  );
};
