import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { DEFAULT_LOCALE } from '@/domain/people/locale';
import { isShownInline } from '@/server/files/inspect';
import { fileStore } from '@/server/files/store';

/** RFC 6266: a plain name for old clients, the real one for the others. */
const disposition = (kind: 'inline' | 'attachment', name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** Serves a file to those who may read the message it belongs to; for everyone else it does not exist. */
export const GET = async (request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> => {
  const { id } = await context.params;
  const api = await serverApi(DEFAULT_LOCALE);
  try {
    const file = await api.tickets.file({ id });
    const download = new URL(request.url).searchParams.has('download') || !isShownInline(file.mediaType);
    return new Response(await fileStore().open(file.storageKey), {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.bytes),
        'content-disposition': disposition(download ? 'attachment' : 'inline', file.name),
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (refusalBehind(error)) return new Response(null, { status: 404 });
    throw error;
  }
};
