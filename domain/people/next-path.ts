import { LOCALES } from './locale';

const BASE = 'https://guichet.invalid';
const OURS = new RegExp(`^/(?:${LOCALES.join('|')})(?:[/?#]|$)`);

/**
 * Where to go on after signing in, if it is a page of ours: a path under a language. `null` for anything else, so that
 * a link to the sign-in page can never lead to another site.
 */
export const safeNextPath = (value: unknown): string | null => {
  if (typeof value !== 'string' || value.length > 500 || /[\\\p{Cc}\s]/u.test(value)) return null;
  if (!URL.canParse(value, BASE)) return null;
  const { origin, pathname, search, hash } = new URL(value, BASE);
  const path = `${pathname}${search}${hash}`;
  return value.startsWith('/') && origin === BASE && OURS.test(path) ? path : null;
};
