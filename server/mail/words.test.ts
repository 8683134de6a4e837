import { describe, expect, it } from 'vitest';
import type { MailTemplate } from '@/domain/mail/templates';
import { LOCALES } from '@/domain/people/locale';
import { CLOSING_REASONS } from '@/domain/tickets/moves';
import { TICKET_STATUSES } from '@/domain/tickets/status';
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

  it.each(LOCALES)(
    'tell people in copy of a request which one they follow, and never that it is theirs (%s)',
    (locale) => {
      const textOf = <Template extends MailTemplate>(template: Template, data: (typeof SAMPLES)[Template]) =>
        renderMail(template, locale, data, 'Camille Roux').text;
      const moved = { ...SAMPLES['tickets.moved'], followed: 1042, author: 'Théo' };
      const texts = [
        ...TICKET_STATUSES.map((status) => textOf('tickets.moved', { ...moved, status })),
        ...TICKET_STATUSES.map((status) =>
          textOf('tickets.moved', { ...moved, status, partner: null, plannedRelease: '2026.48' }),
        ),
        ...CLOSING_REASONS.map((closingReason) =>
          textOf('tickets.moved', { ...moved, status: 'closed', closingReason }),
        ),
        textOf('tickets.askedMore', { ...SAMPLES['tickets.askedMore'], inCopy: true }),
        textOf('tickets.incidentUpdated', { ...SAMPLES['tickets.incidentUpdated'], inCopy: true }),
        textOf('tickets.unmerged', { ...SAMPLES['tickets.unmerged'], inCopy: true }),
        textOf('tickets.merged', { ...SAMPLES['tickets.merged'], inCopy: true }),
        textOf('tickets.merged', { ...SAMPLES['tickets.merged'], into: null, inCopy: true }),
      ];
      for (const text of texts) {
        expect(text).toMatch(locale === 'fr' ? /1042, que vous suivez/ : /1042, which you follow/);
        expect(text).not.toMatch(/votre (première )?demande|votre réponse|your (first )?request|your answer/i);
      }
    },
  );

  it('can be read on a dark page: what is green on white is lighter there', () => {
    const data = { ...SAMPLES['tickets.moved'], status: 'resolved' as const, ratePath: '/requests/rate?token=t' };
    const { html } = renderMail('tickets.moved', 'fr', data, 'Camille');
    const choices = [...html.matchAll(/<a ([^>]*)>(?:Satisfait|Mitigé|Mécontent)</g)].map(
      ([, attributes]) => attributes,
    );
    expect(choices).toHaveLength(3);
    for (const attributes of choices) expect(attributes).toContain('class="link"');
    expect(html).toMatch(/prefers-color-scheme:dark\).*a\.link[^}]*color:#7fd1b9!important/);
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
