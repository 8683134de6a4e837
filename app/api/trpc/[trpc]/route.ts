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
    responseMeta: () => ({ headers: { 'cache-control': 'private, no-store' } }),
  });

export { handler as GET, handler as POST };
