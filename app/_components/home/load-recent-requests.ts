import type { RouterOutputs } from '@/app/_trpc/outputs';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';

/** A request in the list of one's own. */
export type RecentRequest = RouterOutputs['tickets']['list']['tickets'][number];

const SHOWN = 3;

/** The own requests where something happened last; none for visitors, and none while the database is away. */
export const loadRecentRequests = async (locale: Locale): Promise<readonly RecentRequest[]> => {
  try {
    const { tickets } = await (await serverApi(locale)).tickets.list({ scope: 'own', sort: 'activity' });
    return tickets.slice(0, SHOWN);
  } catch {
    return [];
  }
};
