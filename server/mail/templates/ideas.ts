import type { IdeaMail } from '@/domain/mail/templates';
import { inLocale } from '@/domain/people/localised';
import type { Composers, Site, Words } from './words';

/** Where an idea stands, in a sentence or two. */
export const ideaWords = (
  { idea, title, state, theme, reason, into }: IdeaMail,
  t: Words,
  { locale }: Site,
): string[] => {
  if (into)
    return [t('mail.ideas.merged', { idea: String(idea), title, into: String(into.number), intoTitle: into.title })];
  return [
    t(`mail.ideas.state.${state}`, { idea: String(idea), title }),
    ...(theme ? [t('mail.ideas.theme', { theme: inLocale(theme, locale) })] : []),
    ...(reason ? [t('mail.ideas.reason', { reason: inLocale(reason, locale) })] : []),
  ];
};

/** Mails about ideas. */
export const ideaMails = {
  'ideas.moved': (data, t, site) => ({
    // One subject for an idea, so that mail programs keep its mails together.
    subject: t('mail.ideas.subject', { idea: String(data.idea), title: data.title }),
    heading: data.into
      ? t('mail.ideas.headingMerged')
      : t(`mail.ideas.heading.${data.state}`, { whose: data.own ? 'own' : 'other' }),
    paragraphs: ideaWords(data, t, site),
    button: {
      label: t('mail.ideas.button'),
      url: `${site.url}/${site.locale}/ideas/${data.into?.number ?? data.idea}`,
    },
    afterwards: [t(data.own ? 'mail.ideas.ownStop' : 'mail.ideas.stop')],
  }),
} satisfies Partial<Composers>;
