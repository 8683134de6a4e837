import type { Locale } from '@/domain/people/locale';

/** What stands in a mail, from top to bottom. Everything but `quote.html` is plain text and is escaped. */
export type MailParts = {
  locale: Locale;
  brand: string;
  home: string;
  heading: string;
  paragraphs: readonly string[];
  /** What somebody wrote; the HTML was sanitised when it was stored. */
  quote?: { html: string; text: string };
  /** Things the mail is about, each with its page. */
  items?: readonly { title: string; url: string; note: string }[];
  button: { label: string; url: string };
  /** A question that one press answers. */
  choice?: { question: string; answers: readonly { label: string; url: string }[] } | undefined;
  afterwards: readonly string[];
  /** How its reader hears no more of the same: a page, and the address that mail programs post to (RFC 8058). */
  stop?: { label: string; url: string; post: string };
  footer: string;
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const paragraph = (text: string): string =>
  `<p style="margin:0 0 16px;font-size:16px;line-height:1.6">${escaped(text)}</p>`;

const small = (text: string): string =>
  `<p class="soft" style="margin:0 0 8px;font-size:14px;line-height:1.5;color:#5c6661">${escaped(text)}</p>`;

const quoted = (html: string): string =>
  `<div class="quote" style="margin:0 0 24px;padding:16px 20px;border:1px solid #e4ddd2;border-radius:10px;background:#faf7f2;font-size:16px;line-height:1.6">${html}</div>`;

const item = ({ title, url, note }: { title: string; url: string; note: string }): string =>
  `<li style="margin:0 0 12px;font-size:16px;line-height:1.4"><a class="link" href="${escaped(url)}" style="color:#1f6f5c;font-weight:600">${escaped(title)}</a><br><span class="soft" style="font-size:14px;color:#5c6661">${escaped(note)}</span></li>`;

const listed = (items: MailParts['items']): string =>
  items ? `<ul style="margin:0 0 16px;padding:0 0 0 20px">${items.map(item).join('')}</ul>` : '';

const button = (label: string, url: string): string =>
  `<p style="margin:8px 0 24px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#1f6f5c;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escaped(label)}</a></p>`;

const answer = ({ label, url }: { label: string; url: string }): string =>
  `<a class="link" href="${escaped(url)}" style="display:inline-block;margin:0 8px 8px 0;padding:9px 16px;border:1px solid #1f6f5c;border-radius:8px;color:#1f6f5c;font-size:15px;font-weight:600;text-decoration:none">${escaped(label)}</a>`;

const chosenFrom = (choice: MailParts['choice']): string =>
  choice ? `${paragraph(choice.question)}<p style="margin:0 0 16px">${choice.answers.map(answer).join('')}</p>` : '';

const stopLink = ({ label, url }: { label: string; url: string }): string =>
  `<p style="margin:0 0 8px;font-size:14px"><a class="soft" href="${escaped(url)}" style="color:#5c6661">${escaped(label)}</a></p>`;

// Mail programs read styles from the elements; the block in the head only serves those that know dark colours.
const DARK = `@media (prefers-color-scheme:dark){body,.page{background:#16201d!important;color:#ece7de!important}.sheet{background:#1d2925!important;border-color:#34423c!important}.quote{background:#16201d!important;border-color:#34423c!important}.soft{color:#a9b3ad!important}a.name{color:#ece7de!important}a.link,.quote a{color:#7fd1b9!important;border-color:#7fd1b9!important}}`;

/** The mail as HTML: one column, inline styles, no picture and nothing that tells on the reader. */
export const layoutHtml = (parts: MailParts): string =>
  `<!doctype html><html lang="${parts.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(parts.heading)}</title><style>${DARK}</style></head>` +
  `<body style="margin:0;background:#f6f3ee;color:#1f2933;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"><div class="page" style="padding:32px 16px;background:#f6f3ee"><div style="max-width:600px;margin:0 auto">` +
  `<p style="margin:0 0 20px"><a class="name" href="${escaped(parts.home)}" style="color:#1f2933;font-size:18px;font-weight:700;text-decoration:none">${escaped(parts.brand)}</a></p>` +
  `<div class="sheet" style="padding:32px 28px 20px;border:1px solid #e4ddd2;border-radius:14px;background:#ffffff"><h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escaped(parts.heading)}</h1>` +
  `${parts.paragraphs.map(paragraph).join('')}${parts.quote ? quoted(parts.quote.html) : ''}${listed(parts.items)}${button(parts.button.label, parts.button.url)}${chosenFrom(parts.choice)}${parts.afterwards.map(small).join('')}</div>` +
  `<div style="padding:20px 28px">${small(parts.footer)}${parts.stop ? stopLink(parts.stop) : ''}</div></div></div></body></html>`;

/** The same mail for programs and people that prefer plain text. */
export const layoutText = (parts: MailParts): string =>
  [
    parts.heading,
    ...parts.paragraphs,
    ...(parts.quote ? [parts.quote.text.replace(/^/gm, '> ')] : []),
    ...(parts.items ?? []).map(({ title, url, note }) => `- ${title}\n  ${note}\n  ${url}`),
    `${parts.button.label}\n${parts.button.url}`,
    ...(parts.choice
      ? [parts.choice.question, ...parts.choice.answers.map(({ label, url }) => `- ${label}\n  ${url}`)]
      : []),
    ...parts.afterwards,
    `-- \n${parts.footer}${parts.stop ? `\n${parts.stop.label}\n${parts.stop.url}` : ''}`,
  ].join('\n\n');
