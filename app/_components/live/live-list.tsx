'use client';

import { useEffect, useRef, useState } from 'react';
import { ListNews } from './list-news';
import { deskRow, type ListRow } from './list-row';
import { setPresent } from './present-store';
import { useRefresh } from './use-refresh';
import { useStream } from './use-stream';

type LiveListProps = {
  /** What the page shows: which requests in which order, and all that can change of each in its place. */
  rows: readonly ListRow[];
  /** The parts of the list's address, and its place. */
  address: Record<string, string>;
  after: string | undefined;
  before: string | undefined;
  /** Words are looked for elsewhere, and a refused form would lose its errors: then the page is drawn anew only when asked to. */
  quiet: boolean;
};

const REFRESH_MS = 3_000;

const same = (one: readonly { number: number }[], other: readonly { number: number }[]): boolean =>
  one.length === other.length && one.every(({ number }, place) => other[place]?.number === number);

type Waiting = { fresh: number };

/**
 * Keeps the desk's list as it stands. What changes within its rows is shown at once; what would move rows, under a
 * pointer or a finger on its way, waits behind a button and is said politely.
 */
export const LiveList = ({ rows, address, after, before, quiet }: LiveListProps) => {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const refresh = useRefresh(REFRESH_MS);
  const shown = useRef(rows);
  shown.current = rows;
  const asking = useRef(false);
  // A list that was drawn anew shows what has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what was drawn
  useEffect(() => setWaiting(null), [rows]);
  const key = JSON.stringify([address, after, before, quiet]);
  useStream(key, (streams) => {
    const look = async (): Promise<void> => {
      const asked = { address, ...(after ? { after } : {}), ...(before ? { before } : {}) };
      const { tickets } = await streams.tickets.queue.query(asked);
      if (!same(shown.current, tickets)) {
        const known = new Set(shown.current.map(({ number }) => number));
        setWaiting({ fresh: tickets.filter(({ number }) => !known.has(number)).length });
      } else if (tickets.some((ticket, place) => deskRow(ticket).mark !== shown.current[place]?.mark)) refresh();
      else setWaiting(null);
    };
    const lookOnce = async (): Promise<void> => {
      if (asking.current) return;
      asking.current = true;
      // A look that fails is made up for by the next one.
      await look().catch(() => undefined);
      asking.current = false;
    };
    return streams.tickets.watchQueue.subscribe(
      {},
      {
        onComplete: () => setPresent([]),
        onError: () => setPresent([]),
        onData: (told) => {
          if (told.kind === 'present') setPresent(told.at);
          else if (!quiet) void lookOnce();
          else if (told.numbers?.some((number) => shown.current.some((row) => row.number === number)))
            setWaiting({ fresh: 0 });
        },
      },
    );
  });
  return <ListNews fresh={waiting?.fresh ?? null} onShow={refresh} />;
};
