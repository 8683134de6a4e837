import { DEFAULT_LOCALE } from '@/domain/people/locale';

/** The bare address has no language yet: it leads to the default one. */
export const GET = (): Response => new Response(null, { status: 307, headers: { location: `/${DEFAULT_LOCALE}` } });
