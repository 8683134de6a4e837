import { withQuery } from '@/app/_forms/page-input';
import { refusalBehind } from '@/app/_trpc/refusal';
import { DEFAULT_LOCALE } from '@/domain/people/locale';
import { createCaller } from '@/server/root';
import { callOf } from '@/server/session';

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('token') ?? '';

/** `POST /api/comments/stop?token=`: what mail programs do when their own button is pressed (RFC 8058). */
export const POST = async (request: Request): Promise<Response> => {
  try {
    await createCaller(await callOf(request.headers)).comments.stop({ token: tokenOf(request) });
    return new Response(null, { status: 204 });
  } catch (error) {
    if (!refusalBehind(error)) throw error;
    return new Response(null, { status: 404 });
  }
};

/** Whoever opens the address instead of posting to it gets the page with the button. */
export const GET = (request: Request): Response =>
  new Response(null, {
    status: 303,
    headers: { location: withQuery(`/${DEFAULT_LOCALE}/comments/stop`, { token: tokenOf(request) }) },
  });
