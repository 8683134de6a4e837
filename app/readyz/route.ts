import { readiness } from '@/server/kernel/health';

export const dynamic = 'force-dynamic';

/** Database and job worker can be reached, and the content is published: 200, else 503, with each part by name. */
export const GET = async (): Promise<Response> => {
  const state = await readiness(new Date());
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
