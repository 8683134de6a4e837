import { statusFacts } from '@/app/_components/incidents/status-facts';
import { STATUSPAGE_DOCUMENTS, type StatuspageDocument } from '@/domain/incidents/statuspage';
import { DEFAULT_LOCALE } from '@/domain/people/locale';

// No OPTIONS beside it: Next makes nothing static that answers more than GET; the front answers it. Kept like a page until an incident changes, so that clients are answered while the database is away.
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const HEADERS = { 'access-control-allow-origin': '*' };

const isDocument = (name: string): name is StatuspageDocument => Object.hasOwn(STATUSPAGE_DOCUMENTS, name);

type Context = { params: Promise<{ document: string[] }> };

/** `GET /api/v2/{summary,status,…}.json` in the shapes of Atlassian Statuspage's v2 API, for any origin. */
export const GET = async (_request: Request, { params }: Context): Promise<Response> => {
  const path = (await params).document.join('/');
  const name = path.endsWith('.json') ? path.slice(0, -'.json'.length) : '';
  if (!isDocument(name)) return Response.json({ error: 'not found' }, { status: 404, headers: HEADERS });
  return Response.json(STATUSPAGE_DOCUMENTS[name](await statusFacts(DEFAULT_LOCALE)), { headers: HEADERS });
};
