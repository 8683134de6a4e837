import { describe, expect, it } from 'vitest';
import { answersIn, comparable, front, get, PAGES, SESSION, say, visit, whole } from './short-way-testing';

describe('the answer by the short way', () => {
  const encodings = ['gzip', 'br', 'gzip, deflate, br, zstd'].map((value) => `Accept-Encoding: ${value}`);
  const cookies = [[], ['Cookie: theme=dark'], [SESSION]];
  const questions = Object.keys(PAGES).flatMap((path) =>
    encodings.flatMap((encoding) =>
      cookies.map((lines) => [path, encoding, lines.join(), [encoding, ...lines]] as const),
    ),
  );

  it.each(questions)('is that of the long one: %s, %s, %s', async (path, _encoding, _cookies, lines) => {
    const { short, long } = await front();
    // Whoever comes first goes the long way, and makes it ready.
    await say(long, get(path, ...lines));
    const expected = comparable(await say(long, get(path, ...lines)));
    const before = short.requests.length;
    expect(comparable(await say(short, get(path, ...lines)))).toEqual(expected);
    expect(comparable(await say(short, get(`${path}?utm=1`, ...lines)))).toHaveLength(1);
    const isForAll = path !== '/fr/not-found' && !(path === '/fr/help/members' && lines.includes(SESSION));
    if (isForAll) expect(short.requests.length).toBe(before);
    else expect(short.requests.length).toBeGreaterThan(before);
  });

  it('comes again and again on one connection', async () => {
    const { short, long } = await front();
    await say(long, get('/fr/faq', 'accept-encoding: gzip'));
    const visitor = await visit(short);
    for (let round = 1; round <= 20; round += 1) {
      visitor.socket.write(get('/fr/faq', 'accept-encoding: gzip'));
      await visitor.until(whole(round));
    }
    expect(new Set(comparable(visitor.said()).map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(short.requests).toEqual([]);
  });
});

describe('what is asked otherwise', () => {
  const gzip = 'accept-encoding: gzip';
  const plain = get('/fr/faq', gzip);
  const last = get('/fr/faq', gzip, 'connection: close');
  it.each([
    ['without an encoding', get('/fr/faq')],
    ['by HEAD', plain.replace('GET', 'HEAD')],
    ['by an old client', plain.replace('HTTP/1.1', 'HTTP/1.0')],
    ['of a page that is not there', get('/fr/nowhere', gzip)],
    ['without a host', plain.replace('host: help.example\r\n', '')],
    ['in words that are not HTTP', 'hello\r\n\r\n'],
    ['with a body', `${get('/fr/search', gzip, 'content-length: 5').replace('GET', 'POST')}hello`],
    ['of a page made for one reader', get('/fr/search?q=x', gzip)],
    ['twice at once', plain + plain],
    ['with something else behind it', `${plain}${get('/fr/search?q=x', gzip)}`],
    ['with something wrong behind it', `${plain}hello\r\n\r\n`],
  ])('%s, is answered as without the short way', async (_, text) => {
    const { short, long } = await front();
    await say(long, plain);
    const heard: unknown[] = [];
    for (const door of [long, short]) {
      const visitor = await visit(door);
      // The last question ends the connection, and with it what is to be compared.
      visitor.socket.write(text + last);
      const all = await visitor.until(() => false);
      heard.push(comparable(all));
    }
    expect(heard[1]).toEqual(heard[0]);
    expect(short.handedOver).toHaveLength(1);
  });

  it('in pieces, is put together by Node', async () => {
    const { short, long } = await front();
    const expected = comparable(await say(long, plain));
    for (const cut of [1, 10, plain.length - 2]) {
      const before = short.handedOver.length;
      const visitor = await visit(short);
      visitor.socket.write(plain.slice(0, cut));
      while (short.handedOver.length === before) await new Promise(setImmediate);
      visitor.socket.write(plain.slice(cut));
      expect(comparable(await visitor.until(whole(1)))).toEqual(expected);
    }
  });

  it('goes on with Node, on the connection that came by the short way', async () => {
    const { short, long } = await front();
    await say(long, plain);
    const visitor = await visit(short);
    visitor.socket.write(plain);
    await visitor.until(whole(1));
    expect(short.requests).toEqual([]);
    visitor.socket.write(get('/fr/search?q=x', gzip));
    await visitor.until(whole(2));
    visitor.socket.write(plain);
    const [first, second, third] = comparable(await visitor.until(whole(3)));
    expect(second?.body).toBe('for this reader');
    expect(third).toEqual(first);
    expect(short.requests).toEqual(['/fr/search?q=x', '/fr/faq']);
  });

  it('with the end of what will be asked, is answered before the connection ends', async () => {
    const { short, long } = await front();
    await say(long, plain);
    const visitor = await visit(short);
    visitor.socket.end(plain);
    expect(answersIn(await visitor.until(() => false))).toHaveLength(1);
  });
});
