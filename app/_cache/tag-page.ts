import { unstable_cache } from 'next/cache';

/**
 * Says what the page being rendered depends on, so that `revalidateTag` of one of these makes Next render it anew.
 * Only the tags are kept in Next's cache: what the page shows is read afresh at each render.
 */
export const tagPage = async (...tags: readonly string[]): Promise<void> => {
  await unstable_cache(async () => true, ['page', ...tags], { tags: [...tags] })();
};
