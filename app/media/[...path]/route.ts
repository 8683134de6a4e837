import { readFile } from 'node:fs/promises';
import { readerOf } from '@/app/_site/reader';
import { ANONYMOUS, mediaFile } from '@/server/kernel/content';

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
  vtt: 'text/vtt; charset=utf-8',
  webm: 'video/webm',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A drawing opened by itself is a document: it gets its own styles and nothing else, least of all scripts. */
const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The one part of a file that a video player asks for, to begin anywhere; null for all of it. */
const partOf = (range: string | null, bytes: number): { start: number; end: number } | null => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return start <= end ? { start, end } : null;
};

const cachingOf = (isForAll: boolean, isNamed: boolean): string => {
  if (!isForAll) return 'private, no-store';
  return isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
};

/**
 * `GET /media/…`: a file of `content/media`. Only files that the content store lists exist here, so no path leads out
 * of the folder, and a file that only restricted documents show is not found for those who may not read them. An address with the file's version may be kept for good, one without for five minutes.
 */
export const GET = async (request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> => {
  const path = `/media/${(await params).path.join('/')}`;
  // Only a file that restricted documents alone show asks who the reader is.
  const isForAll = mediaFile(path) !== null;
  const found = mediaFile(path, isForAll ? ANONYMOUS : await readerOf(request.headers));
  if (!found) return new Response(null, { status: 404 });
  const etag = `"${found.entry.hash}"`;
  const isNamed = new URL(request.url).searchParams.get('v') === found.entry.hash;
  const headers = {
    etag,
    'cache-control': cachingOf(isForAll, isNamed),
    'content-type': TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    'content-security-policy': DOCUMENT_POLICY,
    'x-content-type-options': 'nosniff',
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const part = partOf(request.headers.get('range'), found.entry.bytes);
  const content = await readFile(found.file);
  if (!part) return new Response(new Uint8Array(content), { headers: { ...headers, 'accept-ranges': 'bytes' } });
  const range = `bytes ${part.start}-${part.end}/${content.length}`;
  return new Response(new Uint8Array(content.subarray(part.start, part.end + 1)), {
    status: 206,
    headers: { ...headers, 'accept-ranges': 'bytes', 'content-range': range },
  });
};
