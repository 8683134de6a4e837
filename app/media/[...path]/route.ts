import { readFile } from 'node:fs/promises';
import { mediaFile } from '@/server/kernel/content';

const TYPES: Record<string, string> = {
  avif: 'image/avif',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  webm: 'video/webm',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A drawing opened by itself is a document: it gets its own styles and nothing else, least of all scripts. */
const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * `GET /media/…`: a file of `content/media`. Only files that the content store lists exist here, so no path leads out
 * of the folder. An address with the file's version may be kept for good, one without for five minutes.
 */
export const GET = async (request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> => {
  const path = `/media/${(await params).path.join('/')}`;
  const found = mediaFile(path);
  if (!found) return new Response(null, { status: 404 });
  const etag = `"${found.entry.hash}"`;
  const isNamed = new URL(request.url).searchParams.get('v') === found.entry.hash;
  const headers = {
    etag,
    'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    'content-type': TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    'content-security-policy': DOCUMENT_POLICY,
    'x-content-type-options': 'nosniff',
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await readFile(found.file)), { headers });
};
