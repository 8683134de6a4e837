/** Browsers say where a form was posted from (`null` where they hide it); what another site posts is nobody's wish. */
export const postedElsewhere = (request: Request): boolean => {
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return origin !== null && !(URL.canParse(origin) && new URL(origin).host === host);
};
