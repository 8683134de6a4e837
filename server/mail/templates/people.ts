import type { MailTemplates } from '@/domain/mail/templates';
import { DEMO_BRAND } from '@/domain/settings/brand';
import type { Compose, Composers } from './words';

const accountMail =
  (template: 'welcome' | 'setPassword' | 'signIn'): Compose<MailTemplates['people.welcome']> =>
  (data, t, site) => ({
    subject: t(`mail.people.${template}.subject`, { brand: DEMO_BRAND.name }),
    heading: t(`mail.people.${template}.heading`, { name: site.name }),
    paragraphs: [t(`mail.people.${template}.body`, { brand: DEMO_BRAND.name })],
    button: { label: t(`mail.people.${template}.button`), url: `${site.url}${data.path}` },
    afterwards: [
      t('mail.people.validity', { hours: Math.floor(data.minutes / 60), minutes: data.minutes }),
      t(`mail.people.${template}.notYou`),
    ],
  });

/** Mails about one's own account. */
export const peopleMails = {
  'people.welcome': accountMail('welcome'),
  'people.setPassword': accountMail('setPassword'),
  'people.signIn': accountMail('signIn'),
  'people.invited': (data, t, site) => ({
    subject: t('mail.people.invited.subject', { brand: DEMO_BRAND.name }),
    heading: t('mail.people.invited.heading', { brand: DEMO_BRAND.name }),
    paragraphs: [
      t('mail.people.invited.body', { author: data.author, brand: DEMO_BRAND.name }),
      t(`mail.people.invited.roles.${data.role}`),
    ],
    button: { label: t('mail.people.invited.button'), url: `${site.url}${data.path}` },
    afterwards: [t('mail.people.invited.validity', { days: data.days }), t('mail.people.invited.notYou')],
  }),
} satisfies Partial<Composers>;
