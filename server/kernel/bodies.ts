import sanitizeHtml from 'sanitize-html';
import { type Mentionable, mentionPieces } from '@/domain/tickets/mentions';

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

/** Escapes a text and marks the mentions in it. */
const marked = (text: string, people: readonly Mentionable[]): string =>
  mentionPieces(text, people)
    .map((piece) => (piece.ids.length > 0 ? `<mark>${escapeHtml(piece.text)}</mark>` : escapeHtml(piece.text)))
    .join('');

/** Escapes a text and makes links of the addresses in it, which are found before the escaping writes signs of its own. */
const linked = (text: string, people: readonly Mentionable[]): string => {
  let html = '';
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    html += `${marked(text.slice(end, index), people)}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    end = index + address.length;
  }
  return html + marked(text.slice(end), people);
};

/** Both forms in which a body is kept: sanitised HTML to show, plain text to search and to mail. */
export type Body = { html: string; text: string };

// Marks are ours alone: they say who is told of a note.
const ALLOWED_IN_NOTES = { ...ALLOWED, allowedTags: [...(ALLOWED.allowedTags || []), 'mark'] };

/** A body typed as plain text: blank lines make paragraphs, addresses become links, and mentions of these people are marked. */
export const bodyFromText = (raw: string, mentionable: readonly Mentionable[] = []): Body => {
  const text = raw.replace(/\r\n?/g, '\n').trim();
  const html = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(paragraph, mentionable).replace(/\n/g, '<br />')}</p>`)
    .join('');
  return { html: sanitizeHtml(html, mentionable.length > 0 ? ALLOWED_IN_NOTES : ALLOWED), text };
};
