import { Agent, type IncomingHttpHeaders, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { Answer, Headers } from './admission';

/** Asks Next, which lives in another thread, through its own socket. */
export type AskNext = {
  /** As a visitor nobody knows: no cookie, no query, canonical headers. `fresh` makes Next render again. */
  anonymously(path: string, fresh: boolean): Promise<{ headers: Headers; answer: Answer }>;
  /** As the visitor who asks, with these headers and the body of the request. The answer is not compressed. */
  as(visit: Visit, headers: IncomingHttpHeaders): Promise<Answer>;
  /** The same, the answer as Next gives it and its body still to come. */
  stream(visit: Visit, headers: IncomingHttpHeaders): Promise<IncomingMessage>;
};

/** A request, and the response whose end means that nobody waits any more. */
export type Visit = { request: IncomingMessage; response: ServerResponse };

type Settings = {
  /** Where Next listens: a path of the file system. */
  address: string;
  origin: URL;
  /** Next's own key for rendering a page again on demand; it leaves the cached page in place when that fails. */
  revalidateKey: string | undefined;
};

/** What speaks of one connection and not of the message (RFC 9110, 7.6.1); `expect` is answered by the front itself. */
export const HOP_BY_HOP: ReadonlySet<string> = new Set(
  'connection keep-alive proxy-connection te trailer transfer-encoding upgrade expect'.split(' '),
);

const forwarded = (headers: IncomingHttpHeaders): IncomingHttpHeaders => {
  const kept: IncomingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) if (!HOP_BY_HOP.has(name)) kept[name] = value;
  // A body without a length stays framed, whatever the method.
  if (headers['transfer-encoding'] !== undefined) kept['transfer-encoding'] = 'chunked';
  return kept;
};

const collect = async (message: IncomingMessage): Promise<Answer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return { status: message.statusCode ?? 502, headers: message.headers as Headers, body: Buffer.concat(chunks) };
};

export const createAskNext = ({ address, origin, revalidateKey }: Settings): AskNext => {
  const agent = new Agent({ keepAlive: true });
  const target = { socketPath: address, agent };

  const stream: AskNext['stream'] = ({ request, response }, headers) =>
    new Promise((done, fail) => {
      const asked = open({
        ...target,
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: forwarded(headers),
      });
      asked.once('response', done);
      // After the answer has begun, its own stream tells of failures.
      asked.on('error', fail);
      response.once('close', () => {
        if (!response.writableFinished) asked.destroy();
      });
      const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
      if (hasBody) request.pipe(asked);
      else asked.end();
    });

  return {
    stream,
    async anonymously(path, fresh) {
      const headers: Record<string, string> = {
        host: origin.host,
        accept: '*/*',
        'user-agent': 'guichet-front',
        'x-forwarded-proto': origin.protocol.slice(0, -1),
      };
      if (fresh && revalidateKey) headers['x-prerender-revalidate'] = revalidateKey;
      const message = await new Promise<IncomingMessage>((done, fail) => {
        open({ ...target, path, headers }, done)
          .on('error', fail)
          .end();
      });
      return { headers, answer: await collect(message) };
    },
    async as(visit, headers) {
      const { 'accept-encoding': _, ...rest } = headers;
      return collect(await stream(visit, rest));
    },
  };
};
