import sanitizeHtml from 'sanitize-html';

/** What people may write with: text, lists, quotes, code, links. Everything else is dropped on the way in. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'h3',
    'h4',
    'hr',
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener noreferrer', target: '_blank' }) },
  disallowedTagsMode: 'discard',
};

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

// An address ends where blank space, a bracket or a quotation mark stands, and takes no full stop along.
const ADDRESS = /https?:\/\/[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)\]'’]/g;

/** Escapes a text and makes links of the addresses in it, which are found before the escaping writes signs of its own. */
const linked = (text: string): string => {
  let html = '';
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    html += `${escapeHtml(text.slice(end, index))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    end = index + address.length;
  }
  return html + escapeHtml(text.slice(end));
};

/** Both forms in which a body is kept: sanitised HTML to show, plain text to search and to mail. */
export type Body = { html: string; text: string };

/** A body typed as plain text: blank lines make paragraphs, addresses become links. */
export const bodyFromText = (raw: string): Body => {
  const text = raw.replace(/\r\n?/g, '\n').trim();
  const html = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(paragraph).replace(/\n/g, '<br />')}</p>`)
    .join('');
  return { html: sanitizeHtml(html, ALLOWED), text };
};
