'use client';

import { useEffect, useRef, useState } from 'react';
import type { ListScope, ListSort } from '@/domain/tickets/list';
import type { CustomerState } from '@/domain/tickets/status';
import { ListNews } from './list-news';
import { type ListRow, listRow } from './list-row';
import { useRefresh } from './use-refresh';
import { useStream } from './use-stream';

/** What the page asked for. */
export type AskedList = {
  scope: ListScope;
  sort: ListSort;
  state?: CustomerState;
  type?: string;
  person?: string;
  who?: string;
  text?: string;
  after?: string;
  before?: string;
};

const REFRESH_MS = 2_000;

const inOrder = (rows: readonly ListRow[]): string => rows.map(({ number }) => number).join(' ');

/**
 * Keeps a list of *Mes demandes* as it stands. What changes within its rows is shown at once; what would move rows, under a
 * pointer, a finger or an eye, waits behind a button and is said politely. Where words are looked for, nothing is asked for
 * before somebody wants it.
 */
export const LiveRequests = ({ asked, rows }: { asked: AskedList; rows: readonly ListRow[] }) => {
  const [fresh, setFresh] = useState<number | null>(null);
  const refresh = useRefresh(REFRESH_MS);
  const shown = useRef(rows);
  shown.current = rows;
  const isAsking = useRef(false);
  const isStale = useRef(false);
  // A list that was drawn anew shows what has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what was drawn
  useEffect(() => setFresh(null), [rows]);
  useStream(JSON.stringify(asked), (streams) => {
    const compare = (now: readonly ListRow[]): void => {
      if (inOrder(now) !== inOrder(shown.current)) {
        const known = new Set(shown.current.map(({ number }) => number));
        setFresh(now.filter(({ number }) => !known.has(number)).length);
      } else if (now.some(({ mark }, place) => mark !== shown.current[place]?.mark)) refresh();
      else setFresh(null);
    };
    const look = async (): Promise<void> => {
      isStale.current = true;
      if (isAsking.current) return;
      isAsking.current = true;
      while (isStale.current) {
        isStale.current = false;
        // A look that fails is made up for by the next one.
        const listed = await streams.tickets.list.query(asked).catch(() => null);
        if (listed) compare(listed.tickets.map(listRow));
      }
      isAsking.current = false;
    };
    return streams.tickets.watchList.subscribe(
      { scope: asked.scope },
      {
        onData: ({ numbers }) => {
          if (!asked.text) void look();
          else if (numbers?.some((number) => shown.current.some((row) => row.number === number))) setFresh(0);
        },
      },
    );
  });
  return <ListNews fresh={fresh} onShow={refresh} />;
};
