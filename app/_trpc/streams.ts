import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '@/server/root';

/** What pages that stay open hear and say behind their reader's back. Loaded once the page is awake: nobody waits for it. */
export const streams = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url: '/api/trpc', transformer: superjson }),
      false: httpBatchLink({ url: '/api/trpc', maxItems: 20, transformer: superjson }),
    }),
  ],
});
