'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Callout } from '@/app/_components/ui/callout';
import { toast } from '@/app/_components/ui/toast';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Present } from '@/domain/tickets/presence';
import type { Said } from '../tickets/said';
import { type StatusReader, statusWord } from '../tickets/status-words';
import { KeepPlace } from './keep-place';
import { Presence } from './presence';
import { useRefresh } from './use-refresh';
import { useStream } from './use-stream';
import { useWriting } from './use-writing';

type LiveRequestProps = {
  number: number;
  place: 'desk' | 'requests';
  /** How many facts the request had when the page was drawn. */
  facts: number;
  /** What others have said, oldest first. */
  others: readonly Said[];
  status: RouterOutputs['tickets']['show']['status'];
  reader: StatusReader;
  /** Whether the reader has brought it there: they know. */
  ownMove: boolean;
  /** A name for this page of this person; the one it came with first stays. */
  tab: string;
};

const REFRESH_MS = 1_000;

const isWriting = (): boolean =>
  [...document.querySelectorAll<HTMLTextAreaElement>('textarea[id^=body-]')].some(({ value }) => value.trim() !== '');

/** A form that was refused says why only once: a page that is drawn anew meanwhile would take it back. */
const hasMistakes = (): boolean => document.querySelector('main [role=alert], main [aria-invalid=true]') !== null;

const readMessage = (id: string): void => {
  const message = document.getElementById(`message-${id}`);
  message?.scrollIntoView({ block: 'center' });
  message?.focus({ preventScroll: true });
};

/** Says politely what has come since the page was last drawn, with the way to it. */
const useNews = ({
  others,
  status,
  ownMove,
  reader,
}: Pick<LiveRequestProps, 'others' | 'status' | 'ownMove' | 'reader'>): void => {
  const t = useTranslations('tickets.live');
  const tStatus = useTranslations('tickets.status');
  const tConversation = useTranslations('tickets.conversation');
  const known = useRef(new Set(others.map(({ id }) => id)));
  const stood = useRef(status);
  useEffect(() => {
    const fresh = others.filter(({ id }) => !known.current.has(id));
    for (const { id } of fresh) known.current.add(id);
    const last = fresh.at(-1);
    if (last) {
      const words = t(last.internal ? 'noted' : 'answered', { name: last.name ?? tConversation('system') });
      toast(words, { tone: 'info', action: { label: t('show'), run: () => readMessage(last.id) } });
    }
    if (stood.current !== status && !ownMove) {
      toast(t('moved', { status: statusWord(tStatus, status, reader) }), { tone: 'info' });
    }
    stood.current = status;
  }, [others, status, ownMove, reader, t, tStatus, tConversation]);
};

/** What is on the screen stays there, and is told to be from before: a page that vanished would take what was typed with it. */
const NoLongerShared = () => {
  const t = useTranslations('tickets.live.gone');
  const locale = useLocale();
  return (
    <Callout tone="warning" role="alert" title={t('title')}>
      <p>{t('body')}</p>
      <p>
        <a href={`/${locale}/requests`}>{t('back')}</a>
      </p>
    </Callout>
  );
};

/**
 * Keeps the page of a request as the request stands: draws it anew when something has happened, says so, and shows the
 * desk who else is there. Without scripts the page is as fresh as its last loading.
 */
export const LiveRequest = ({ number, place, facts, tab: first, ...news }: LiveRequestProps) => {
  const t = useTranslations('tickets.live');
  const [people, setPeople] = useState<readonly Present[]>([]);
  const [isGone, setGone] = useState(false);
  const [tab] = useState(first);
  const shown = useRef(facts);
  shown.current = facts;
  const refresh = useRefresh(REFRESH_MS);
  const later = useRef(0);
  useEffect(() => () => clearTimeout(later.current), []);
  // The reader may just have put the mistake right: the page that answers them knows already what is told here.
  const tellLater = (anew: boolean, told: number): void => {
    clearTimeout(later.current);
    later.current = window.setTimeout(() => {
      if (!anew && told === shown.current) return;
      if (hasMistakes()) toast(t('changed'), { tone: 'info', action: { label: t('refresh'), run: refresh } });
      else refresh();
    }, REFRESH_MS);
  };
  useNews(news);
  useStream(`${place}-${number}`, (streams) =>
    streams.tickets.watch.subscribe(
      { number, tab, place },
      {
        onData: (told) => {
          if (told.kind === 'gone') setGone(true);
          else if (told.kind === 'present') setPeople(told.people);
          else if (told.closed && news.status !== 'closed' && place === 'requests' && isWriting()) {
            // The place to write goes with the request: what is typed there stays in sight, and sending says why not.
            toast(t('closedMeanwhile'), { tone: 'warning' });
          } else if (told.anew || told.facts !== shown.current) {
            if (hasMistakes()) tellLater(told.anew, told.facts);
            else refresh();
          }
        },
        onComplete: () => setPeople([]),
        onError: () => setPeople([]),
      },
    ),
  );
  useWriting(place === 'desk', number, tab);
  return (
    <>
      <KeepPlace drawn={news.others} />
      {isGone ? <NoLongerShared /> : null}
      {place === 'desk' ? <Presence people={people} /> : null}
    </>
  );
};
