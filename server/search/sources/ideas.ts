import type { Idea } from '@/db/ideas/queries';
import { LOCALES } from '@/domain/people/locale';
import type { IndexDocument } from '@/domain/search/documents';
import { hashOfDocument } from './hash';

/**
 * A published idea, found from both languages in the words it was written in; none of what the product team has not read
 * yet, nor of what goes on in another one.
 */
export const ideaDocuments = (idea: Idea): IndexDocument[] => {
  if (!idea.publishedAt || idea.mergedIntoId) return [];
  const body = [idea.need, idea.why, idea.situation].filter(Boolean).join(' · ');
  return LOCALES.map((locale) =>
    hashOfDocument({
      kind: 'idea',
      key: String(idea.number),
      locale,
      audience: 'public',
      ticketId: null,
      href: `/${locale}/ideas/${idea.number}`,
      title: idea.title,
      trail: [],
      keywords: [],
      at: idea.changedAt,
      sections: [{ heading: null, anchor: null, body }],
    }),
  );
};
