import { FOLLOW_UP_DAYS } from '@/domain/search/log';
import { hashSecret, newSecret } from './tokens';

/** A key of the browser's own, made when its reader opens an answer, gone a week after the last one. It says nothing of who they are. */
const DEVICE_COOKIE = 'guichet-device';

/** A cookie of a request, by its name. */
export const cookieOf = (headers: Headers, name: string): string | undefined =>
  headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const keyIn = (headers: Headers): string | undefined => {
  const key = cookieOf(headers, DEVICE_COOKIE);
  return key && /^[\w-]{43}$/.test(key) ? key : undefined;
};

/** Who asks not to be followed gets no key, and the one they have is not looked at. */
const declines = (headers: Headers): boolean => headers.get('sec-gpc') === '1' || headers.get('dnt') === '1';

/** What is kept of a browser's key: its hash. Nothing where it has none, or where its owner does not want to be followed. */
export const deviceOf = (headers: Headers): string | undefined => {
  const key = declines(headers) ? undefined : keyIn(headers);
  return key && hashSecret(key);
};

/**
 * The key of a browser whose reader opens an answer, made if it has none, with the cookie that keeps it for another
 * week; `null` where its owner does not want to be followed.
 */
export const keepDevice = (headers: Headers): { device: string; cookie: string } | null => {
  if (declines(headers)) return null;
  const key = keyIn(headers) ?? newSecret();
  const lasts = FOLLOW_UP_DAYS * 86_400;
  const secure = process.env.PUBLIC_URL?.startsWith('https:') ? '; Secure' : '';
  return {
    device: hashSecret(key),
    cookie: `${DEVICE_COOKIE}=${key}; Path=/; Max-Age=${lasts}; HttpOnly; SameSite=Lax${secure}`,
  };
};
