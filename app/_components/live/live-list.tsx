'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Icon } from '@/app/_components/ui/icon';
import { setPresent } from './present-store';
import { useRefresh } from './use-refresh';
import { useStream } from './use-stream';

type LiveListProps = {
  /** What the page shows: which requests in which order, and when each last moved (epoch milliseconds). */
  rows: readonly { number: number; at: number }[];
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
  const t = useTranslations('desk.live');
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
      } else if (tickets.some(({ lastActivityAt }, place) => lastActivityAt.getTime() !== shown.current[place]?.at))
        refresh();
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
  return (
    // Over the list, and out of its way: no row moves for it.
    <div role="status" className="sticky top-3 z-20 grid h-px justify-items-center">
      {waiting ? (
        <p className="h-fit w-max flex items-center gap-3 rounded-full border border-accent-line bg-accent-soft py-1.5 ps-4 pe-2 text-sm font-medium shadow-float">
          <Icon name="refresh" size={16} />
          {waiting.fresh > 0 ? t('fresh', { count: waiting.fresh }) : t('changed')}
          <Button size="sm" variant="primary" onClick={refresh} data-key="show">
            {t('show')}
          </Button>
        </p>
      ) : null}
    </div>
  );
};
