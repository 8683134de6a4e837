export const dynamic = 'force-dynamic';

/** The process is alive; asks nothing of the database. */
export const GET = (): Response => Response.json({ alive: true }, { headers: { 'cache-control': 'no-store' } });
