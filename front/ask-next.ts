import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import { inject, type Response } from 'light-my-request';
import type { Answer, Headers } from './admission';

/** Asks Next's request handler inside this process, without a socket. */
export type AskNext = {
  /** As a visitor nobody knows: no cookie, no query, canonical headers. `fresh` makes Next render again. */
  anonymously(path: string, fresh: boolean): Promise<{ headers: Headers; answer: Answer }>;
  /** As the visitor who asks, with everything the request carries. */
  as(request: IncomingMessage, headers: IncomingHttpHeaders): Promise<Answer>;
};

type Settings = {
  handler: RequestListener;
  origin: URL;
  /** Next's own key for rendering a page again on demand; it leaves the cached page in place when that fails. */
  revalidateKey: string | undefined;
};

const answerOf = (response: Response): Answer => ({
  status: response.statusCode,
  headers: response.headers as Headers,
  body: response.rawPayload,
});

const hasBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

export const createAskNext = ({ handler, origin, revalidateKey }: Settings): AskNext => ({
  async anonymously(path, fresh) {
    const headers: Record<string, string> = {
      host: origin.host,
      accept: '*/*',
      'user-agent': 'guichet-front',
      'x-forwarded-proto': origin.protocol.slice(0, -1),
    };
    if (fresh && revalidateKey) headers['x-prerender-revalidate'] = revalidateKey;
    const response = await inject(handler, { method: 'GET', url: path, headers });
    return { headers, answer: answerOf(response) };
  },
  async as(request, headers) {
    const method = request.method ?? 'GET';
    const { 'accept-encoding': _, ...rest } = headers;
    const response = await inject(handler, {
      method,
      url: request.url ?? '/',
      headers: rest,
      ...(request.socket.remoteAddress ? { remoteAddress: request.socket.remoteAddress } : {}),
      ...(hasBody(method) ? { payload: request } : {}),
    });
    return answerOf(response);
  },
});
