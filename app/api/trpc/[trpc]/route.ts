import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { callOf } from '@/server/auth';
import { appRouter } from '@/server/root';

/** The HTTP door of all verbs; several calls may come in one batch. */
const handler = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => callOf(request.headers),
    // A stream must not be compressed on its way: what compresses waits until it has enough.
    responseMeta: ({ type }) => ({
      headers: { 'cache-control': type === 'subscription' ? 'private, no-store, no-transform' : 'private, no-store' },
    }),
  });

export { handler as GET, handler as POST };
