import type { MailTemplate } from '@/domain/mail/templates';
import type { Locale } from '@/domain/people/locale';
import { DEMO_BRAND } from '@/domain/settings/brand';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import { env } from '../kernel/env';
import type { CalendarFile } from './calendar';
import { layoutHtml, layoutText, type MailParts } from './layout';
import { articleMails } from './templates/articles';
import { callMails } from './templates/calls';
import { commentMails } from './templates/comments';
import { deskMails } from './templates/desk';
import { ideaMails } from './templates/ideas';
import { organisationMails } from './templates/organisations';
import { peopleMails } from './templates/people';
import { requestMails } from './templates/requests';
import { type Compose, type Composers, wordsIn } from './templates/words';

const TEMPLATES: Composers = {
  ...peopleMails,
  ...organisationMails,
  ...requestMails,
  ...deskMails,
  ...callMails,
  ...articleMails,
  ...commentMails,
  ...ideaMails,
};

/** Whether a stored template name is one of ours. */
export const isMailTemplate = (name: string): name is MailTemplate => Object.hasOwn(TEMPLATES, name);

/** A mail as it leaves; `calendar` is the entry that goes with it. */
export type RenderedMail = {
  subject: string;
  html: string;
  text: string;
  stopAt: string | null;
  calendar: CalendarFile | null;
};

/**
 * The words of a mail in the reader's language, as HTML and as plain text; instants without a zone of their own in that of
 * the house. Throws where a message key is missing.
 */
export const renderMail = (
  template: MailTemplate,
  locale: Locale,
  data: unknown,
  name: string,
  timeZone: string = SHIPPED_ZONE,
): RenderedMail => {
  const t = wordsIn(locale);
  const { publicUrl } = env();
  // The row was written by `outbox.mail`, whose type ties the data to the template.
  const compose = TEMPLATES[template] as Compose<unknown>;
  const { subject, calendar = null, ...parts } = compose(data, t, { url: publicUrl, locale, name, timeZone });
  const whole: MailParts = {
    ...parts,
    locale,
    brand: DEMO_BRAND.name,
    home: `${publicUrl}/${locale}`,
    footer: t('mail.footer', { brand: DEMO_BRAND.name }),
  };
  return { subject, html: layoutHtml(whole), text: layoutText(whole), stopAt: parts.stop?.post ?? null, calendar };
};
