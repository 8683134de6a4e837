import type { ServerResponse } from 'node:http';

const isReplaced = (response: ServerResponse): boolean =>
  (response.statusCode === 404 || response.statusCode >= 500) &&
  /^text\/html\b/.test(String(response.getHeader('content-type') ?? ''));

/**
 * Lets `answer` answer instead when Next is about to send a page for 404 or 5xx: those pages are empty until scripts
 * have run. Whatever else Next sends goes out as it is, as a stream; these methods then stay and hand on, since Next's
 * compression has laid its own over them.
 */
export const replaceFailure = (response: ServerResponse, answer: (status: number) => Promise<void>): void => {
  const { writeHead, write, end, flushHeaders } = response;
  const restore = (): void => {
    Object.assign(response, { writeHead, write, end, flushHeaders });
  };
  let decided = false;
  let replacing = false;

  const decide = (): boolean => {
    if (decided) return replacing;
    decided = true;
    replacing = !response.headersSent && isReplaced(response);
    return replacing;
  };
  const takeOver = (): void => {
    const status = response.statusCode;
    restore();
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    void answer(status);
  };
  response.writeHead = ((status: number, ...parameters: unknown[]) => {
    response.statusCode = status;
    const headers = parameters.at(-1);
    if (headers instanceof Object && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    }
    return decide() ? response : Reflect.apply(writeHead, response, [status]);
  }) as typeof response.writeHead;
  response.flushHeaders = (): void => {
    if (!decide()) Reflect.apply(flushHeaders, response, []);
  };
  response.write = ((...parameters: unknown[]) =>
    decide() ? true : Reflect.apply(write, response, parameters)) as typeof response.write;
  response.end = ((...parameters: unknown[]) => {
    if (!decide()) return Reflect.apply(end, response, parameters);
    takeOver();
    return response;
  }) as typeof response.end;
};
