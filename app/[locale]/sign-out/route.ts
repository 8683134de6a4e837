import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { signOut } from '@/server/auth';

type Context = { params: Promise<{ locale: string }> };

const homePage = async ({ params }: Context): Promise<Response> => {
  const { locale } = await params;
  return new Response(null, { status: 303, headers: { location: `/${isLocale(locale) ? locale : DEFAULT_LOCALE}` } });
};

/** Browsers say where a form was posted from (`null` where they hide it); another site must not sign anybody out. */
const comesFromElsewhere = (request: Request): boolean => {
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return origin !== null && !(URL.canParse(origin) && new URL(origin).host === host);
};

/** Ends the session: a plain form of the header posts here, from stored pages too. */
export const POST = async (request: Request, context: Context): Promise<Response> => {
  if (!comesFromElsewhere(request)) await signOut({ redirect: false });
  return homePage(context);
};

export const GET = (_request: Request, context: Context): Promise<Response> => homePage(context);
