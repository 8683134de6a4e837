'use client';

import { useEffect, useRef } from 'react';

type Api = typeof import('./streams')['streams'];

/** A name is being typed: what may be meant is asked for at a pause. */
const PAUSE_MS = 200;

/**
 * What to call with each text that somebody types, to be offered what may be meant by it. The last text counts; what cannot be
 * asked for offers nothing new, and can still be typed in full.
 */
export const useOffer = <Answer>(
  ask: (api: Api, text: string) => Promise<Answer>,
  take: (answer: Answer, text: string) => void,
): ((text: string) => void) => {
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (text) => {
    clearTimeout(timer.current);
    const own = window.setTimeout(async () => {
      try {
        const { streams } = await import('./streams');
        const answer = await ask(streams, text);
        if (own === timer.current) take(answer, text);
      } catch {
        // Away, or too long a text: nothing is offered.
      }
    }, PAUSE_MS);
    timer.current = own;
  };
};
