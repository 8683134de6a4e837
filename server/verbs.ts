import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { appRouter } from './root';
import { callOf } from './session';

/** Where verbs are called over HTTP. */
export const VERBS_PATH = '/api/trpc';

/** Our own pages send fewer calls than this in one request; whoever sends more is not one of them. */
const MOST_AT_ONCE = 20;

/** The HTTP door of all verbs, for a request to an address below `VERBS_PATH`; several calls may come in one batch. */
export const answerVerbs = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: VERBS_PATH,
    req: request,
    router: appRouter,
    createContext: () => callOf(request.headers),
    maxBatchSize: MOST_AT_ONCE,
    // A stream must not be compressed on its way: what compresses waits until it has enough.
    responseMeta: ({ type }) => ({
      headers: { 'cache-control': type === 'subscription' ? 'private, no-store, no-transform' : 'private, no-store' },
    }),
  });
