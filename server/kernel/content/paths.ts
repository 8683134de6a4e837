import type { Audience } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import type { ContentType } from './front-matter';

/** What an address is made of. */
export type Addressed = {
  type: ContentType;
  locale: Locale;
  slug: string;
  folder?: string | null;
  audience?: Audience;
};

/** The public address of a document, without host; questions are anchors of the FAQ page, meetings of theirs. */
export const pathOf = ({ type, locale, slug, folder, audience = 'public' }: Addressed): string => {
  switch (type) {
    case 'collection':
      return `/${locale}/help/${slug}`;
    case 'article':
      return `/${locale}/help/${folder}/${slug}`;
    case 'faqCategory':
      return `/${locale}/faq#${slug}`;
    case 'faqQuestion':
      // The page everybody gets holds what everybody may read; the others stand on one made for who asks.
      return audience === 'public' ? `/${locale}/faq#${slug}` : `/${locale}/faq/reserved#${slug}`;
    case 'releaseNote':
      return `/${locale}/news/${slug}`;
    case 'event':
      return `/${locale}/events#${slug}`;
    case 'resource':
      return `/${locale}/resources/${slug}`;
    case 'glossaryTerm':
      return `/${locale}/resources/glossary#${slug}`;
  }
};

const LISTS: Record<ContentType, string> = {
  collection: '/help',
  article: '/help',
  faqCategory: '/faq',
  faqQuestion: '/faq',
  releaseNote: '/news',
  event: '/events',
  resource: '/resources',
  glossaryTerm: '/resources/glossary',
};

/** The page that lists documents of this kind: where a reader is led when the thing itself is missing. */
export const parentPathOf = (locale: Locale, type: ContentType): string => `/${locale}${LISTS[type]}`;
