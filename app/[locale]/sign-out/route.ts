import { postedElsewhere } from '@/app/_site/posted-here';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { signOut } from '@/server/auth';

type Context = { params: Promise<{ locale: string }> };

const homePage = async ({ params }: Context): Promise<Response> => {
  const { locale } = await params;
  return new Response(null, { status: 303, headers: { location: `/${isLocale(locale) ? locale : DEFAULT_LOCALE}` } });
};

/** Ends the session: a plain form of the header posts here, from stored pages too. Another site must not sign anybody out. */
export const POST = async (request: Request, context: Context): Promise<Response> => {
  if (!postedElsewhere(request)) await signOut({ redirect: false });
  return homePage(context);
};

export const GET = (_request: Request, context: Context): Promise<Response> => homePage(context);
