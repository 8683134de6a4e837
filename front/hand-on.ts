import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { HOP_BY_HOP } from './ask-next';
import type { Exchange } from './send';

/** Headers as flat lists of names and values. */
export type OwnHeaders = {
  /** Set whatever Next says. */
  always: readonly string[];
  /** Set where Next says nothing. */
  otherwise: readonly string[];
};

const namesOf = (headers: readonly string[]): Set<string> =>
  new Set(headers.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()));

const without = (headers: readonly string[], isLeftOut: (name: string) => boolean): string[] =>
  headers.filter((_, index) => !isLeftOut((headers[index - (index % 2)] ?? '').toLowerCase()));

/** Hands on Next's answer while it comes, so that pages and live updates stream. */
export const handOn = (
  { response }: Pick<Exchange, 'response'>,
  answer: IncomingMessage,
  status: number,
  own: OwnHeaders,
): void => {
  const always = namesOf(own.always);
  const kept = without(answer.rawHeaders, (name) => HOP_BY_HOP.has(name) || always.has(name));
  const present = namesOf(kept);
  response.writeHead(status, [...kept, ...own.always, ...without(own.otherwise, (name) => present.has(name))]);
  response.flushHeaders();
  pipeline(answer, response, (error) => {
    // Cut by the visitor, or by Next: the other side is cut with it, and Next has told the log why.
    if (error) response.destroy();
  });
};
