import { type Phrase, Refusal, type RefusalCode } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { uploadFile } from '@/server/files/upload';
import { callOf } from '@/server/session';

const STATUS: Record<RefusalCode, number> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  'too-many': 429,
  blocked: 403,
};

const refusedWith = (refusal: Refusal): Response => {
  const problem: Phrase = { key: refusal.messageKey, data: refusal.data };
  return Response.json({ problem }, { status: STATUS[refusal.code] });
};

/** Reads the body as it arrives and gives up as soon as it is too big. */
const readBody = async (request: Request, name: string): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); reader && part && !part.done; part = await reader.read()) {
    total += part.value.byteLength;
    if (total > TICKET_LIMITS.fileBytes) {
      await reader.cancel();
      throw new Refusal('invalid', 'errors.fileTooBig', { name });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
};

/**
 * Takes one file as the raw body; its name comes URI-encoded in `x-file-name`, a header that pages of other origins
 * cannot send. Answers the pending file with its claim, or `{problem}` as key and data.
 */
export const POST = async (request: Request): Promise<Response> => {
  try {
    const name = decodeURIComponent(request.headers.get('x-file-name') ?? '');
    if (!name) return new Response(null, { status: 400 });
    const read = () => readBody(request, name);
    return Response.json(await uploadFile(await callOf(request.headers), name, read), { status: 201 });
  } catch (error) {
    if (error instanceof Refusal) return refusedWith(error);
    if (error instanceof URIError) return new Response(null, { status: 400 });
    throw error;
  }
};
