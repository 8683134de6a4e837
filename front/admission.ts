import type { Treatment } from './reading-paths';

/** Names and values as Node gives them, names in lower case. */
export type Headers = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export type Answer = { status: number; headers: Headers; body: Buffer };

/** What was asked of Next: the question matters as much as the answer. */
export type Question = { method: string; path: string; headers: Headers; treatment: Treatment };

export type Admission = { admitted: true } | { admitted: false; because: string };

/** The only request headers a question may carry for its answer to be the same for every visitor. */
const CANONICAL_HEADERS = new Set(['host', 'accept', 'user-agent', 'x-prerender-revalidate', 'x-forwarded-proto']);

const CONTENT_TYPES: Readonly<Record<string, RegExp>> = {
  page: /^text\/html\b/,
  fragment: /^text\/html\b/,
  raw: /^(?:application\/(?:json|atom\+xml|rss\+xml|opensearchdescription\+xml|xml)|text\/(?:xml|calendar|plain))\b/,
};

/** Next marks pages it rendered without looking at the request; a route handler says it in its caching headers. */
const saysSameForAll = (format: string, headers: Headers): boolean => {
  if (format !== 'raw') return headers['x-nextjs-prerender'] === '1';
  return headers['x-nextjs-cache'] !== undefined || /\bpublic\b/.test(String(headers['cache-control'] ?? ''));
};

const refusal = (question: Question, answer: Answer): string | undefined => {
  const { treatment } = question;
  if (treatment.kind !== 'stored') return 'the path is not in the table of stored pages';
  if (question.method !== 'GET') return 'only GET is stored';
  const foreign = Object.keys(question.headers).find((name) => !CANONICAL_HEADERS.has(name));
  if (foreign !== undefined) return `the question carried "${foreign}"`;
  if (answer.status !== 200) return `status ${answer.status}`;
  if (answer.headers['set-cookie'] !== undefined) return 'the answer sets a cookie';
  if (/\bcookie\b|\*/i.test(String(answer.headers.vary ?? ''))) return 'the answer varies by cookie';
  if (answer.headers['content-encoding'] !== undefined) return 'the answer is encoded';
  if (!CONTENT_TYPES[treatment.format]?.test(String(answer.headers['content-type'] ?? '')))
    return 'the type of content';
  if (!saysSameForAll(treatment.format, answer.headers)) return 'the answer is not marked as the same for all';
  if (treatment.format === 'raw' && /\b(?:private|no-store)\b/.test(String(answer.headers['cache-control'] ?? '')))
    return 'the answer is marked private';
  return answer.body.length === 0 ? 'the answer is empty' : undefined;
};

/** The one gate of the page store: nothing personal, restricted, wrong or passing gets in. Pure. */
export const admit = (question: Question, answer: Answer): Admission => {
  const because = refusal(question, answer);
  return because === undefined ? { admitted: true } : { admitted: false, because };
};
