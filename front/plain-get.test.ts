import { describe, expect, it } from 'vitest';
import { readPlainGet } from './plain-get';

const HOST = 'Host: help.example';
const GZIP = 'Accept-Encoding: gzip';

const read = (...lines: string[]) => readPlainGet(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));

describe('a plain GET', () => {
  it.each([
    ['/fr/faq', '/fr/faq'],
    ['/fr/faq?utm=1', '/fr/faq'],
    ['/fr/faq?', '/fr/faq'],
    ['/fr/faq?a?b', '/fr/faq'],
    ['/', '/'],
    ['//fr', '//fr'],
    ['/fr/faq#a', '/fr/faq#a'],
  ])('asks, by %s, for %s', (target, path) => {
    expect(read(`GET ${target} HTTP/1.1`, HOST, GZIP)).toEqual({ path, encoding: 'gzip', hasSession: false });
  });

  it.each([
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['  br;q=0.5 ,gzip ', 'gzip'],
    ['*', 'br'],
  ])('takes, by %j, %s', (accepted, encoding) => {
    expect(read('GET / HTTP/1.1', HOST, `accept-encoding:${accepted}`)).toMatchObject({ encoding });
    expect(read('GET / HTTP/1.1', `ACCEPT-ENCODING: ${accepted}`, HOST)).toMatchObject({ encoding });
  });

  it.each([
    [['Cookie: theme=dark'], false],
    [['cookie: authjs.session-token=x'], true],
    [['COOKIE: a=b; __Secure-authjs.session-token.0=x'], true],
    [['Cookie: authjs.session-token=x', 'Cookie: a=b'], true],
    [['Cookie: a=b', 'Cookie: authjs.session-token=x'], true],
    [['X-Cookie: authjs.session-token=x'], false],
  ])('comes, by %j, with a session: %s', (lines, hasSession) => {
    expect(read('GET /fr HTTP/1.1', HOST, GZIP, ...lines)).toMatchObject({ hasSession });
  });

  it.each([
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64)',
    'Accept-Language: fr,en;q=0.5',
    'Connection: keep-alive',
    'connection: Keep-Alive ',
    'Referer: https://help.example/fr?q=a:b',
    'If-None-Match-Not: "x"',
    'Empty:',
    'Tabbed:\ta\tb',
  ])('may say %j as well', (line) => {
    expect(read('GET /fr HTTP/1.1', HOST, line, GZIP)).toMatchObject({ path: '/fr' });
  });
});

describe('what is not for here', () => {
  it.each([
    ['another method', ['HEAD /fr HTTP/1.1', HOST, GZIP]],
    ['a post', ['POST /fr HTTP/1.1', HOST, GZIP]],
    ['a method in small letters', ['get /fr HTTP/1.1', HOST, GZIP]],
    ['an older version', ['GET /fr HTTP/1.0', HOST, GZIP]],
    ['a newer version', ['GET /fr HTTP/2.0', HOST, GZIP]],
    ['an address with a host', ['GET http://help.example/fr HTTP/1.1', HOST, GZIP]],
    ['two spaces', ['GET  /fr HTTP/1.1', HOST, GZIP]],
    ['a space in the address', ['GET /fr /faq HTTP/1.1', HOST, GZIP]],
    ['letters beyond ASCII in the address', ['GET /fr/\u00e9 HTTP/1.1', HOST, GZIP]],
    ['no host', ['GET /fr HTTP/1.1', GZIP]],
    ['two hosts', ['GET /fr HTTP/1.1', HOST, GZIP, HOST]],
    ['no encoding', ['GET /fr HTTP/1.1', HOST]],
    ['an encoding that is none of ours', ['GET /fr HTTP/1.1', HOST, 'Accept-Encoding: deflate']],
    ['encodings in two places', ['GET /fr HTTP/1.1', HOST, GZIP, 'Accept-Encoding: br']],
    ['a connection to be closed', ['GET /fr HTTP/1.1', HOST, GZIP, 'Connection: close']],
    ['a connection of more words', ['GET /fr HTTP/1.1', HOST, GZIP, 'Connection: keep-alive, upgrade']],
    ['a copy the reader has', ['GET /fr HTTP/1.1', HOST, GZIP, 'If-None-Match: "x"']],
    ['the same in capitals', ['GET /fr HTTP/1.1', HOST, GZIP, 'IF-NONE-MATCH: "x"']],
    ['a body', ['GET /fr HTTP/1.1', HOST, GZIP, 'Content-Length: 1']],
    ['an empty body', ['GET /fr HTTP/1.1', HOST, GZIP, 'Content-Length: 0']],
    ['a framed body', ['GET /fr HTTP/1.1', HOST, GZIP, 'Transfer-Encoding: chunked']],
    ['an upgrade', ['GET /fr HTTP/1.1', HOST, GZIP, 'Upgrade: websocket']],
    ['an expectation', ['GET /fr HTTP/1.1', HOST, GZIP, 'Expect: 100-continue']],
    ['a question of the framework', ['GET /fr HTTP/1.1', HOST, GZIP, 'RSC: 1']],
    ['a folded line', ['GET /fr HTTP/1.1', HOST, GZIP, 'X: a', ' b']],
    ['a space before the colon', ['GET /fr HTTP/1.1', HOST, GZIP, 'X : a']],
    ['a line without a colon', ['GET /fr HTTP/1.1', HOST, GZIP, 'X']],
    ['a line without a name', ['GET /fr HTTP/1.1', HOST, GZIP, ': x']],
    ['a bare line feed', ['GET /fr HTTP/1.1', HOST, `${GZIP}\nContent-Length: 4`]],
    ['a bare carriage return', ['GET /fr HTTP/1.1', HOST, `${GZIP}\rContent-Length: 4`]],
    ['a zero byte', ['GET /fr HTTP/1.1', HOST, GZIP, 'X: a\0b']],
    ['letters beyond ASCII', ['GET /fr HTTP/1.1', HOST, GZIP, 'X: \u00e9']],
    ['a very long head', ['GET /fr HTTP/1.1', HOST, GZIP, `X: ${'a'.repeat(9_000)}`]],
  ])('%s', (_, lines) => {
    expect(read(...lines)).toBeUndefined();
  });

  const whole = `GET /fr HTTP/1.1\r\n${HOST}\r\n${GZIP}\r\n\r\n`;

  it('a part of a head, wherever it is cut', () => {
    for (let cut = 0; cut < whole.length; cut += 1) {
      expect(readPlainGet(Buffer.from(whole.slice(0, cut)))).toBeUndefined();
      if (cut > 0) expect(readPlainGet(Buffer.from(whole.slice(cut)))).toBeUndefined();
    }
  });

  it('a head with something behind it', () => {
    for (const more of [whole, 'x', '\r\n', '\0']) {
      expect(readPlainGet(Buffer.from(whole + more))).toBeUndefined();
    }
  });
});
