import type { Article, VideoObject } from 'schema-dts';
import { absolute } from '@/app/_site/address';
import { breadcrumbData, type Facts, pictureData, publisherData } from '@/app/_site/structured-data';
import { hostedVideo } from '@/domain/articles/videos';
import { pathOf, type ResourceEntry } from '@/server/kernel/content';

/** A duration as ISO 8601 writes it: `2:40` is `PT2M40S`. */
const isoDuration = (duration: string): string => {
  const [minutes, seconds] = duration.split(':');
  return `PT${Number(minutes)}M${Number(seconds)}S`;
};

const commonData = (resource: ResourceEntry) => ({
  description: resource.summary,
  inLanguage: resource.locale,
  publisher: publisherData(),
  image: pictureData(pathOf(resource), resource.cover),
});

const writingData = (resource: ResourceEntry): Article => ({
  '@type': 'Article',
  headline: resource.title,
  datePublished: resource.date,
  dateModified: resource.date,
  author: resource.author ? { '@type': 'Person', name: resource.author } : publisherData(),
  mainEntityOfPage: absolute(pathOf(resource)),
  ...commonData(resource),
});

const videoData = (resource: ResourceEntry, video: string): VideoObject => ({
  '@type': 'VideoObject',
  name: resource.title,
  uploadDate: resource.date,
  url: absolute(pathOf(resource)),
  ...(video.startsWith('/') ? { contentUrl: absolute(video) } : { embedUrl: hostedVideo(video)?.player ?? video }),
  thumbnailUrl: pictureData(pathOf(resource), resource.cover),
  ...(resource.duration ? { duration: isoDuration(resource.duration) } : {}),
  ...commonData(resource),
});

/** What search engines are told of a resource and of the way to it. */
export const resourceData = (resource: ResourceEntry, way: readonly { href: string; label: string }[]): Facts => ({
  '@graph': [
    resource.video ? videoData(resource, resource.video) : writingData(resource),
    breadcrumbData([...way, { href: pathOf(resource), label: resource.title }]),
  ],
});
