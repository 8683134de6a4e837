import { keptMail } from '@/app/_trpc/mailbox';

export const dynamic = 'force-dynamic';

/** A kept mail as its reader's program would draw it, closed in: it may show itself and lead out, nothing else. */
export const GET = async (_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  const mail = await keptMail((await params).id);
  if (!mail) return new Response(null, { status: 404 });
  return new Response(mail.html.replace('<head>', '<head><base target="_top">'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups",
      'x-frame-options': 'SAMEORIGIN',
    },
  });
};
