'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import superjson from 'superjson';
import type { Locale } from '@/domain/people/locale';
import type { Phrase, RefusalCode } from '@/domain/refusal';
import type { AppRouter } from '@/server/root';

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

/** Gives the working pages below it the verbs (`useTRPC`) and the cache of what they answered. */
export const ApiProvider = ({ locale, children }: { locale: Locale; children: ReactNode }) => {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: false } } }),
  );
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        httpBatchLink({ url: '/api/trpc', transformer: superjson, headers: () => ({ 'x-guichet-locale': locale }) }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
};

/** Why a verb was refused, as the browser hears it. */
export type HeardRefusal = { code: RefusalCode; phrase: Phrase; fields: Record<string, Phrase> };

/** The refusal in what a mutation or query threw, or `null` for anything unexpected (say `errors.unexpected`). */
export const heardRefusal = (error: unknown): HeardRefusal | null => {
  if (!(error instanceof TRPCClientError)) return null;
  const refusal = (error as TRPCClientError<AppRouter>).data?.refusal;
  if (!refusal) return null;
  return { code: refusal.code, phrase: { key: refusal.messageKey, data: refusal.data }, fields: refusal.fields };
};
