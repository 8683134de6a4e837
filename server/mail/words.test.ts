import { describe, expect, it } from 'vitest';
import type { MailTemplate } from '@/domain/mail/templates';
import { LOCALES } from '@/domain/people/locale';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { renderMail } from './render';
import { SAMPLES } from './testing';

const TEMPLATES = Object.keys(SAMPLES) as MailTemplate[];

describe('the words of mails', () => {
  it.each(TEMPLATES.flatMap((template) => LOCALES.map((locale) => [template, locale] as const)))(
    '%s in %s',
    (template, locale) => {
      const { subject, html, text } = renderMail(template, locale, SAMPLES[template], 'Camille Roux');
      expect(subject.length).toBeGreaterThan(3);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(`${subject} ${html} ${text}`).not.toMatch(/mail\.|undefined|\[object/);
      expect(text).toContain('http://localhost:3000/');
      // French: never an ordinary space before a high sign, never a straight apostrophe in our words.
      if (locale === 'fr') expect(text).not.toMatch(/ [;:!?»]|\w'\w/);
    },
  );

  it.each(TEMPLATES)('have a name in the list of what was sent: %s', (template) => {
    const [family = '', name = ''] = template.split('.');
    for (const catalogue of [fr, en]) {
      const names: Record<string, Record<string, string>> = catalogue.admin.mail.templates;
      expect(names[family]?.[name]).toBeTruthy();
    }
  });

  it('tell days in the time zone of the house', () => {
    const reminder = { ...SAMPLES['tickets.reminder'], closesAt: '2026-11-27T02:00:00Z' };
    const textIn = (...zone: string[]) => renderMail('tickets.reminder', 'fr', reminder, 'Camille', ...zone).text;
    expect(textIn()).toContain('vendredi 27 novembre');
    expect(textIn('America/Toronto')).toContain('jeudi 26 novembre');
  });

  it('escape what people typed into names and subjects', () => {
    const data = { ...SAMPLES['tickets.replied'], author: '<b onclick=x>Ana</b> & "co"' };
    const { html } = renderMail('tickets.replied', 'fr', data, 'Camille');
    expect(html).toContain('&lt;b onclick=x&gt;Ana&lt;/b&gt; &amp; &quot;co&quot;');
  });
});
