import { describe, expect, it } from 'vitest';
import { type Answer, admit, type Question } from './admission';
import { treatmentOf } from './reading-paths';

const goodQuestion = (path: string): Question => ({
  method: 'GET',
  path,
  headers: { host: 'localhost', accept: '*/*', 'user-agent': 'guichet-front' },
  treatment: treatmentOf(path),
});

const goodAnswer = (path: string): Answer => ({
  status: 200,
  headers: {
    'content-type': path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8',
    'x-nextjs-prerender': '1',
    'x-nextjs-cache': 'MISS',
  },
  body: Buffer.from('<html></html>'),
});

type Poison = { name: string; spoil(question: Question, answer: Answer): [Question, Answer] };

const withRequestHeader = (name: string, value: string): Poison => ({
  name: `request header ${name}`,
  spoil: (question, answer) => [{ ...question, headers: { ...question.headers, [name]: value } }, answer],
});

const withAnswerHeader = (name: string, value: string | string[] | undefined): Poison => ({
  name: `answer header ${name}: ${value}`,
  spoil: (question, answer) => [question, { ...answer, headers: { ...answer.headers, [name]: value } }],
});

const withStatus = (status: number): Poison => ({
  name: `status ${status}`,
  spoil: (question, answer) => [question, { ...answer, status }],
});

const withPath = (path: string): Poison => ({
  name: `path ${path}`,
  spoil: (question, answer) => [{ ...question, path, treatment: treatmentOf(path) }, answer],
});

const withMethod = (method: string): Poison => ({
  name: `method ${method}`,
  spoil: (question, answer) => [{ ...question, method }, answer],
});

/** Each of these alone must keep an answer out, whatever else is right or wrong with it. */
const POISONS: readonly Poison[] = [
  withRequestHeader('cookie', 'authjs.session-token=1'),
  withRequestHeader('authorization', 'Bearer 1'),
  withRequestHeader('x-forwarded-for', '10.0.0.1'),
  withRequestHeader('accept-language', 'de'),
  withRequestHeader('rsc', '1'),
  withRequestHeader('next-action', 'abc'),
  withAnswerHeader('set-cookie', 'a=b'),
  withAnswerHeader('set-cookie', ['a=b', 'c=d']),
  withAnswerHeader('vary', 'Cookie'),
  withAnswerHeader('vary', '*'),
  withAnswerHeader('content-encoding', 'gzip'),
  withAnswerHeader('content-type', 'text/x-component'),
  withAnswerHeader('content-type', undefined),
  ...[201, 204, 206, 301, 302, 307, 308, 401, 403, 404, 410, 429, 500, 503].map(withStatus),
  ...['HEAD', 'POST', 'PUT', 'OPTIONS', 'get'].map(withMethod),
  ...['/fr/search', '/fr/search?q=1', '/fr/account', '/fr/requests/12', '/en/desk', '/api/me', '/', '/x'].map(withPath),
  ...['/fr/reserved/members/x', '/fr/help?x=1', '/fr/help#x', '/fr/help/a/b\r\nx: y', '/fr/help/%2e%2e/account'].map(
    withPath,
  ),
  { name: 'an empty body', spoil: (question, answer) => [question, { ...answer, body: Buffer.alloc(0) }] },
  {
    name: 'no mark that it is the same for all',
    spoil: (question, answer) => {
      const { 'x-nextjs-prerender': _, 'x-nextjs-cache': __, ...headers } = answer.headers;
      return [question, { ...answer, headers: { ...headers, 'cache-control': 'private, no-store' } }];
    },
  },
];

const PATHS = ['/fr', '/fr/help/members/import', '/en/status', '/api/v2/summary.json', '/fr/fragments/banner'];

/** Small, seeded and repeatable: a failing draw can be drawn again. */
const drawing = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

describe('admit', () => {
  it.each(PATHS)('lets the anonymous answer of %s in', (path) => {
    expect(admit(goodQuestion(path), goodAnswer(path))).toEqual({ admitted: true });
  });

  it.each(POISONS.map((poison) => [poison.name, poison] as const))('keeps out: %s', (_, poison) => {
    for (const path of PATHS) {
      const [question, answer] = poison.spoil(goodQuestion(path), goodAnswer(path));
      expect(admit(question, answer).admitted).toBe(false);
    }
  });

  it('lets nothing in that any of them is true of, in 20,000 mixtures', () => {
    const draw = drawing(20_261_122);
    for (let round = 0; round < 20_000; round += 1) {
      const path = PATHS[draw(PATHS.length)] ?? '/fr';
      let pair: [Question, Answer] = [goodQuestion(path), goodAnswer(path)];
      const names: string[] = [];
      for (let count = draw(4); count > 0; count -= 1) {
        const poison = POISONS[draw(POISONS.length)];
        if (!poison) continue;
        pair = poison.spoil(...pair);
        names.push(poison.name);
      }
      // Headers and paths may be overwritten by a later poison of the same kind, which is a poison too.
      expect(admit(...pair).admitted, names.join(' + ')).toBe(names.length === 0);
    }
  });

  it('wants the prerender mark for pages, whatever their caching headers say', () => {
    const answer = goodAnswer('/fr');
    const { 'x-nextjs-prerender': _, ...headers } = answer.headers;
    const marked = { ...headers, 'cache-control': 'public, max-age=60' };
    expect(admit(goodQuestion('/fr'), { ...answer, headers: marked }).admitted).toBe(false);
  });

  it('takes a feed at its word that it is public, unless it also says private', () => {
    const question = goodQuestion('/history.atom');
    const feed = (caching: string): Answer => ({
      status: 200,
      headers: { 'content-type': 'application/atom+xml', 'cache-control': caching },
      body: Buffer.from('<feed/>'),
    });
    expect(admit(question, feed('public, max-age=0')).admitted).toBe(true);
    expect(admit(question, feed('public, no-store')).admitted).toBe(false);
    expect(admit(question, feed('max-age=0')).admitted).toBe(false);
  });
});
