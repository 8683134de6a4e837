import { listen } from '@/db/client';
import { log } from './log';

type Hearer = {
  onMessage(message: string): void;
  /** Messages may have been missed: the connection was lost and is there again. */
  onMissed(): void;
};

type Channel = { hearers: Set<Hearer>; ready: Promise<void> };

const RETRY_MS = 2_000;

// Kept on globalThis: Next bundles each route apart, and all of them share one connection that listens.
const holder = globalThis as typeof globalThis & { guichetChannels?: Map<string, Channel> };

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

const connect = async (name: string, hearers: ReadonlySet<Hearer>): Promise<void> => {
  let isFirst = true;
  const onMessage = (message: string): void => {
    for (const hearer of hearers) hearer.onMessage(message);
  };
  const onConnected = (): void => {
    if (!isFirst) for (const hearer of hearers) hearer.onMissed();
    isFirst = false;
  };
  for (;;) {
    try {
      await listen(name, onMessage, onConnected);
      return;
    } catch (error) {
      log.warn('a channel cannot be heard', { channel: name, error });
      await pause(RETRY_MS);
    }
  }
};

/**
 * Hears a channel of the database until the returned function is called. However many hear it, the process listens once;
 * it keeps listening afterwards, since the next reader is never far. Resolves when nothing can be missed any more.
 */
export const hear = async (name: string, hearer: Hearer): Promise<() => void> => {
  holder.guichetChannels ??= new Map();
  let channel = holder.guichetChannels.get(name);
  if (!channel) {
    const hearers = new Set<Hearer>();
    channel = { hearers, ready: connect(name, hearers) };
    holder.guichetChannels.set(name, channel);
  }
  const { hearers, ready } = channel;
  hearers.add(hearer);
  await ready;
  return () => {
    hearers.delete(hearer);
  };
};
