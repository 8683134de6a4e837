import type { RequestText } from '@/db/search/requests';
import type { IndexDocument } from '@/domain/search/documents';
import { hashOfDocument } from './hash';

/** Longer conversations are found by their beginning and their end; in characters. */
const LONGEST = 8_000;

const cut = (text: string): string => {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}`;
};

/** A request: subject, number, and what both sides wrote to each other; notes among staff stay out. */
export const requestDocument = (request: RequestText): IndexDocument =>
  hashOfDocument({
    kind: 'request',
    key: String(request.number),
    locale: request.locale,
    audience: 'parties',
    ticketId: request.id,
    href: `/${request.locale}/requests/${request.number}`,
    title: request.subject,
    trail: [`#${request.number}`],
    keywords: [String(request.number)],
    at: request.lastActivityAt,
    sections: [{ heading: null, anchor: null, body: cut(request.conversation) }],
  });
