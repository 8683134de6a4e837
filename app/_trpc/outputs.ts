import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/server/root';

/** What each verb answers, by feature and verb. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
