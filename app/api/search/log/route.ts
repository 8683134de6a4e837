import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { keepDevice } from '@/server/kernel/device';
import { log } from '@/server/kernel/log';
import { record } from '@/server/search/record';
import { callOf } from '@/server/session';

const NOTHING = 204;

/** Pages of other sites have nothing to tell; browsers say where a post comes from. */
const isForeign = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin';
};

const bodyOf = async (request: Request) => record.input.parse(await request.json());

const tell = async (request: Request): Promise<Response> => {
  const input = await bodyOf(request);
  // Made only when an answer is opened: whoever just searches carries no key.
  const kept = input.hit ? keepDevice(request.headers) : null;
  const call = await callOf(request.headers, input.locale);
  await record({ ...call, device: kept?.device ?? call.device }, input);
  return new Response(null, { status: NOTHING, headers: kept ? { 'set-cookie': kept.cookie } : {} });
};

/**
 * `POST /api/search/log`: what was searched and opened, told by `navigator.sendBeacon`. Nobody waits for the answer, so
 * it is empty; a database that is away loses the entry and nothing else.
 */
export const POST = async (request: Request): Promise<Response> => {
  if (isForeign(request.headers)) return new Response(null, { status: 403 });
  try {
    return await tell(request);
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: error.code === 'too-many' ? 429 : 400 });
    if (error instanceof z.ZodError || error instanceof SyntaxError) return new Response(null, { status: 400 });
    log.warn('a search was not kept', { error });
    return new Response(null, { status: NOTHING });
  }
};
