import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { incomingMessageToRequest } from '@trpc/server/adapters/node-http';

/** A verb's input is a form at most; files come through a door of their own. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Shorter answers fill no second packet. */
const WORTH_COMPRESSING = 1_400;
/** Most of what a higher level would save, in a third of its time. */
const LEVEL = 4;

const compress = promisify(gzip);

const takesGzip = ({ headers }: IncomingMessage): boolean => /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));

const isStream = (answer: Response): boolean =>
  answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;

const write = async (answer: Response, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const headers = Object.fromEntries(answer.headers);
  if (answer.body && isStream(answer)) {
    response.writeHead(answer.status, headers).flushHeaders();
    await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response);
    return;
  }
  const body = Buffer.from(await answer.arrayBuffer());
  const packed = body.length >= WORTH_COMPRESSING && takesGzip(request) ? await compress(body, { level: LEVEL }) : null;
  if (packed) headers['content-encoding'] = 'gzip';
  const sent = packed ?? body;
  response.writeHead(answer.status, { ...headers, vary: 'accept-encoding', 'content-length': sent.length });
  response.end(sent);
};

/** Readers leave streams when they like; that is no failure. */
const isAway = (response: ServerResponse): boolean => response.destroyed || response.writableEnded;

/**
 * Lets the verbs below `path` be answered without Next, whose own work for a request is more than most verbs have to do;
 * everything else goes to `otherwise`.
 */
export const withVerbs = (
  path: string,
  answer: (request: Request) => Promise<Response>,
  otherwise: RequestListener,
  onError: (error: unknown) => void,
): RequestListener => {
  const beginning = `${path}/`;
  const answerHere = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await write(
        await answer(incomingMessageToRequest(request, response, { maxBodySize: MOST_BYTES })),
        request,
        response,
      );
    } catch (error) {
      if (isAway(response)) return;
      onError(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'cache-control': 'private, no-store' }).end();
    }
  };
  return (request, response) => {
    if (request.url?.startsWith(beginning)) void answerHere(request, response);
    else otherwise(request, response);
  };
};
