import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { ReadyAnswers } from './ready-answers';
import { answersIn, doors, get, openDoor, say, visit, whole } from './short-way-testing';

/** Answers of any size, without pages. */
const fixed = (answer: Buffer) => {
  const left: string[] = [];
  const find: ReadyAnswers['find'] = (path) => (path === '/ready' ? answer : undefined);
  return { answers: { find, leave: (path: string) => void left.push(path) }, left };
};

describe('a reader who is slow', () => {
  const LARGE = Buffer.concat([
    Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 64000000\r\n\r\n'),
    Buffer.alloc(64_000_000),
  ]);
  const question = get('/ready', 'accept-encoding: gzip');

  it('gets all of the answer, whose bytes are then left alone', async () => {
    const { answers, left } = fixed(LARGE);
    const door = await openDoor(createServer(), answers);
    const visitor = await visit(door);
    visitor.socket.pause();
    visitor.socket.write(question);
    while (left.length === 0) await new Promise(setImmediate);
    expect(left).toEqual(['/ready']);
    let length = 0;
    visitor.socket.removeAllListeners('data').on('data', (chunk) => {
      length += chunk.length;
    });
    visitor.socket.resume();
    while (length < LARGE.length) await once(visitor.socket, 'data');
    expect(length).toBe(LARGE.length);
  });

  it('and asks for more, is handed to Node, which answers in turn', async () => {
    const { answers, left } = fixed(LARGE);
    const door = await openDoor(
      createServer((_, response) => response.end('by Node')),
      answers,
    );
    const visitor = await visit(door);
    visitor.socket.removeAllListeners('data').pause();
    visitor.socket.write(question);
    while (left.length === 0) await new Promise(setImmediate);
    visitor.socket.write(question);
    while (door.requests.length === 0) await new Promise(setImmediate);
    let length = 0;
    let last = '';
    visitor.socket.on('data', (chunk) => {
      length += chunk.length;
      last = chunk.subarray(-7).toString();
    });
    visitor.socket.resume();
    while (last !== 'by Node') await once(visitor.socket, 'data');
    expect(length).toBeGreaterThan(LARGE.length);
  });
});

describe('connections', () => {
  const question = get('/ready', 'accept-encoding: gzip');
  const answer = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');

  it('that say nothing are closed', async () => {
    const server = createServer({ headersTimeout: 20, requestTimeout: 20 });
    const visitor = await visit(await openDoor(server, fixed(answer).answers));
    await visitor.until(() => false);
    expect(visitor.said()).toHaveLength(0);
  });

  it('that ask nothing more are closed', async () => {
    const server = createServer({ keepAliveTimeout: 1 });
    const visitor = await visit(await openDoor(server, fixed(answer).answers));
    visitor.socket.write(question);
    await visitor.until(() => false);
    expect(answersIn(visitor.said())).toHaveLength(1);
  });

  it('do not hold up the end', async () => {
    const door = await openDoor(createServer(), fixed(answer).answers);
    const [silent, served] = [await visit(door), await visit(door)];
    served.socket.write(question);
    await served.until(whole(1));
    const closed = once(door.server, 'close');
    door.server.close();
    door.shortWay?.close();
    await Promise.all([silent.until(() => false), served.until(() => false)]);
    for (const { socket } of [silent, served]) socket.end();
    await closed;
    doors.pop();
  });

  it('that break off concern nobody', async () => {
    const door = await openDoor(createServer(), fixed(answer).answers);
    for (const text of ['', question, 'GET /re']) {
      const visitor = await visit(door);
      visitor.socket.write(text);
      visitor.socket.resetAndDestroy();
    }
    expect(answersIn(await say(door, question))).toHaveLength(1);
  });

  it('meet an error of the short way with an answer of the long one', async () => {
    const find = (): never => {
      throw new Error('broken');
    };
    const server = createServer((_, response) => response.end('by Node'));
    const door = await openDoor(server, { find, leave: () => undefined });
    expect((await say(door, question)).toString()).toContain('by Node');
  });
});
