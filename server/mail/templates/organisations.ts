import { DEMO_BRAND } from '@/domain/settings/brand';
import type { Composers } from './words';

/** Mails about belonging to an organisation. */
export const organisationMails = {
  'organisations.invited': (data, t, site) => ({
    subject: t('mail.organisations.invited.subject', { organisation: data.organisation, brand: DEMO_BRAND.name }),
    heading: t('mail.organisations.invited.heading', { organisation: data.organisation }),
    paragraphs: [t('mail.organisations.invited.body', { author: data.author, brand: DEMO_BRAND.name })],
    button: { label: t('mail.organisations.invited.button'), url: `${site.url}${data.path}` },
    afterwards: [t('mail.organisations.invited.validity', { days: data.days }), t('mail.organisations.invited.notYou')],
  }),
  'organisations.attached': (data, t, site) => ({
    subject: t('mail.organisations.attached.subject', { organisation: data.organisation }),
    heading: t('mail.organisations.attached.subject', { organisation: data.organisation }),
    paragraphs: [t('mail.organisations.attached.body')],
    button: { label: t('mail.organisations.attached.button'), url: `${site.url}/${site.locale}/account/organisation` },
    afterwards: [],
  }),
  'organisations.joinAsked': (data, t, site) => ({
    subject: t('mail.organisations.joinAsked.subject', { author: data.author, organisation: data.organisation }),
    heading: t('mail.organisations.joinAsked.subject', { author: data.author, organisation: data.organisation }),
    paragraphs: [t('mail.organisations.joinAsked.body', { author: data.author, email: data.email })],
    button: { label: t('mail.organisations.joinAsked.button'), url: `${site.url}/${site.locale}${data.path}` },
    afterwards: [],
  }),
  'organisations.joinDecided': (data, t, site) => {
    const answer = data.approved ? 'approved' : 'declined';
    return {
      subject: t(`mail.organisations.joinDecided.${answer}.subject`, { organisation: data.organisation }),
      heading: t(`mail.organisations.joinDecided.${answer}.subject`, { organisation: data.organisation }),
      paragraphs: [
        t(`mail.organisations.joinDecided.${answer}.body`),
        ...(data.word ? [t('mail.organisations.joinDecided.word', { word: data.word })] : []),
      ],
      button: {
        label: t('mail.organisations.joinDecided.button'),
        url: `${site.url}/${site.locale}/account/organisation`,
      },
      afterwards: [],
    };
  },
} satisfies Partial<Composers>;
