import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import { initialsOf } from '@/domain/people/name';
import { callOf } from '@/server/session';

/** Who is signed in, for the header of reading pages: `null`, or what the header shows. */
export const GET = async (request: Request): Promise<Response> => {
  const { actor } = await callOf(request.headers);
  const grantee = granteeOf(actor);
  const me = actor.kind === 'user' && {
    name: actor.name,
    initials: initialsOf(actor.name),
    role: actor.role,
    links: {
      desk: isGranted('tickets.queue', grantee),
      studio: isGranted('roadmap.create', grantee),
      admin: isGranted('people.list', grantee),
    },
  };
  return Response.json(me || null, { headers: { 'cache-control': 'private, no-store' } });
};
