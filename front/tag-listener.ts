type ListenerSettings = {
  listen(onMessage: (tag: string) => void, onConnected: () => void): Promise<() => Promise<void>>;
  onTag(tag: string): void;
  /** Called at the first connection and after each reconnection. */
  onConnected(): void;
};

const RETRY_MS = 2_000;

/**
 * Hears of touched tags until stopped. The database may be down when we begin: it is tried again until it answers;
 * afterwards the connection renews itself. Returns what stops it.
 */
export const keepListening = ({ listen, onTag, onConnected }: ListenerSettings): (() => Promise<void>) => {
  let stopped = false;
  let unlisten: (() => Promise<void>) | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    try {
      unlisten = await listen(onTag, onConnected);
      if (stopped) await unlisten();
    } catch {
      if (!stopped) timer = setTimeout(() => void connect(), RETRY_MS);
    }
  };
  void connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await unlisten?.().catch(() => undefined);
  };
};
