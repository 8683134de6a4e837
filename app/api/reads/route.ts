import { isLikelyPerson } from '@/domain/articles/reads';
import { isLocale } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';
import { read } from '@/server/articles/read';
import { log } from '@/server/kernel/log';
import { callOf } from '@/server/session';

const NOTHING = 204;
const LONGEST = 210;

/** Pages of other sites have nothing to tell; browsers say where a post comes from. */
const isForeign = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin';
};

/**
 * `POST /api/reads` with `fr:key`: an article was read, told by `navigator.sendBeacon`. Nobody waits for the answer, so
 * it is empty; programs are not counted, and a database that is away loses the reading and nothing else.
 */
export const POST = async (request: Request): Promise<Response> => {
  if (isForeign(request.headers)) return new Response(null, { status: 403 });
  const [locale, articleKey] = (await request.text()).slice(0, LONGEST).split(':');
  if (!isLocale(locale) || !articleKey) return new Response(null, { status: 400 });
  if (!isLikelyPerson(request.headers.get('user-agent'))) return new Response(null, { status: NOTHING });
  try {
    await read(await callOf(request.headers, locale), { articleKey, locale });
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: error.code === 'too-many' ? 429 : 400 });
    log.warn('a reading was not counted', { error });
  }
  return new Response(null, { status: NOTHING });
};
