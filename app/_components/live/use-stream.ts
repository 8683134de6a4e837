'use client';

import { useEffect, useRef } from 'react';

type Streams = typeof import('@/app/_trpc/streams')['streams'];
type Stop = { unsubscribe(): void };

/** How long a page stays connected that nobody looks at, in milliseconds: long enough for a glance elsewhere. */
const OUT_OF_SIGHT_MS = 5_000;

/**
 * Keeps a stream open while the page is looked at. Browsers allow six connections to one site over HTTP/1.1, so pages in
 * the background give theirs up; `open` is called again when one comes back, and what it tells first makes up for what
 * was missed. `key` names what is listened to: another one, another stream.
 */
export const useStream = (key: string, open: (streams: Streams) => Stop): void => {
  const latest = useRef(open);
  latest.current = open;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is listened to
  useEffect(() => {
    let stop: Stop | null = null;
    let isWanted = true;
    let isOpening = false;
    let timer = 0;
    const begin = async (): Promise<void> => {
      clearTimeout(timer);
      if (stop || isOpening) return;
      isOpening = true;
      const { streams } = await import('@/app/_trpc/streams');
      isOpening = false;
      if (isWanted && document.visibilityState === 'visible') stop = latest.current(streams);
    };
    const end = (): void => {
      stop?.unsubscribe();
      stop = null;
    };
    const look = (): void => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') void begin();
      else timer = window.setTimeout(end, OUT_OF_SIGHT_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    // A page on its way out says so at once: who has left is not there any more.
    window.addEventListener('pagehide', end);
    window.addEventListener('pageshow', look);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      end();
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', end);
      window.removeEventListener('pageshow', look);
    };
  }, [key]);
};
