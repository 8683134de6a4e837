import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type PlainGet, readPlainGet } from './plain-get';
import type { ReadyAnswers } from './ready-answers';

export type ShortWay = {
  /** Lets go of the connections that are here, when what is on its way has gone out. */
  close(): void;
  /** The same, at once. */
  cut(): void;
};

type Answers = Pick<ReadyAnswers, 'find' | 'leave'>;

/** Connections are kept a little longer than they are told, so that a question on its way still finds them open. As Node does. */
const GRACE = 1_000;

/**
 * Answers what is ready where a connection comes in, before Node makes a request and a response of it. A connection that asks
 * for anything else, in other words, in pieces, or faster than it reads, is handed to Node's own server with what it said,
 * once and for good. So there is no second server here: only the question that nine of ten readers ask.
 */
export const openShortWay = (server: Server, answers: Answers): ShortWay => {
  const nodes = server.listeners('connection');
  const open = new Set<Socket>();

  const found = ({ path, encoding, hasSession }: PlainGet): Buffer | undefined => {
    try {
      return answers.find(path, encoding, hasSession);
    } catch {
      // The long way meets the same error, and has somebody to tell.
      return undefined;
    }
  };

  const enter = (socket: Socket): void => {
    let isFirst = true;

    const handOver = (chunk: Buffer): void => {
      open.delete(socket);
      socket
        .off('data', onData)
        .off('end', onEnd)
        .off('timeout', onTimeout)
        .off('error', onError)
        .off('close', onClose);
      socket.setTimeout(0);
      for (const listener of nodes) listener.call(server, socket);
      socket.unshift(chunk);
    };

    const onData = (chunk: Buffer): void => {
      const asked = socket.writableLength === 0 ? readPlainGet(chunk) : undefined;
      const answer = asked && found(asked);
      if (!asked || !answer) {
        handOver(chunk);
        return;
      }
      if (isFirst) socket.setTimeout(server.keepAliveTimeout + GRACE);
      isFirst = false;
      socket.write(answer);
      if (socket.writableLength > 0) answers.leave(asked.path);
    };

    // The other side has said all it wanted; what is on its way to it still goes out.
    const onEnd = (): void => {
      socket.end();
    };
    const onTimeout = (): void => {
      // Slow readers have time, as they have with Node.
      if (socket.writableLength > 0) socket.setTimeout(server.keepAliveTimeout + GRACE);
      else socket.destroy();
    };
    // A connection that breaks closes itself, and nobody is left to be told.
    const onError = (): void => undefined;
    const onClose = (): void => {
      open.delete(socket);
    };

    open.add(socket);
    socket.on('data', onData).on('end', onEnd).on('timeout', onTimeout).on('error', onError).on('close', onClose);
    socket.setTimeout(server.headersTimeout);
  };

  server.removeAllListeners('connection');
  server.on('connection', enter);
  return {
    close() {
      for (const socket of open) socket.destroySoon();
    },
    cut() {
      for (const socket of open) socket.destroy();
    },
  };
};
