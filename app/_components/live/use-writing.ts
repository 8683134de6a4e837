'use client';

import { useEffect } from 'react';

/** How often writing is told of while it goes on, in milliseconds. */
const AGAIN_MS = 10_000;

const isBody = (target: EventTarget | null): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.name === 'body';

/** Tells colleagues that somebody writes in this page, and that they have stopped: emptied or sent it. */
export const useWriting = (tells: boolean, number: number, tab: string): void => {
  useEffect(() => {
    if (!tells) return;
    let toldAt = Number.NEGATIVE_INFINITY;
    let isWriting = false;
    const tell = async (writes: boolean): Promise<void> => {
      isWriting = writes;
      toldAt = writes ? performance.now() : Number.NEGATIVE_INFINITY;
      const { streams } = await import('@/app/_trpc/streams');
      // Nothing hangs on it: the sign runs out by itself.
      await streams.tickets.attend.mutate({ number, tab, writes }).catch(() => undefined);
    };
    const onInput = ({ target }: Event): void => {
      if (!isBody(target)) return;
      const writes = target.value.trim() !== '';
      if (writes && performance.now() - toldAt > AGAIN_MS) void tell(true);
      if (!writes && isWriting) void tell(false);
    };
    const onSubmit = ({ target }: Event): void => {
      if (isWriting && target instanceof HTMLFormElement && target.elements.namedItem('body')) void tell(false);
    };
    document.addEventListener('input', onInput);
    document.addEventListener('submit', onSubmit);
    return () => {
      document.removeEventListener('input', onInput);
      document.removeEventListener('submit', onSubmit);
    };
  }, [tells, number, tab]);
};
