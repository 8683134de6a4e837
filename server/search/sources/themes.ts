import type { ThemeStory } from '@/db/roadmap/queries';
import { LOCALES } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { IndexDocument } from '@/domain/search/documents';
import { hashOfDocument } from './hash';

/** A theme of the roadmap in each language: why, what, and its steps. */
export const themeDocuments = (theme: ThemeStory): IndexDocument[] =>
  LOCALES.map((locale) => {
    const texts = [theme.why, theme.what, ...(theme.postponedReason ? [theme.postponedReason] : [])];
    const steps = theme.steps.map(({ title }) => inLocale(title, locale));
    return hashOfDocument({
      kind: 'theme',
      key: theme.key,
      locale,
      audience: 'public',
      ticketId: null,
      href: `/${locale}/roadmap/${theme.key}`,
      title: inLocale(theme.title, locale),
      trail: [inLocale(theme.area, locale)],
      keywords: [],
      at: theme.updatedAt,
      sections: [
        { heading: null, anchor: null, body: [...texts.map((text) => inLocale(text, locale)), ...steps].join(' · ') },
      ],
    });
  });
