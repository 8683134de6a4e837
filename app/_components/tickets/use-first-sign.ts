'use client';

import { type RefObject, useEffect } from 'react';

/** What people do on a page that has just opened, and programs that look behind the links of mails do not. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'scroll', 'keydown'] as const;

/**
 * Sends a form by its button of this value at the first sign that a person is there, so that the press in their mail was the only
 * one. Whoever begins with the form itself decides there.
 */
export const useFirstSign = (place: RefObject<HTMLFormElement | null>, value: string | undefined): void => {
  useEffect(() => {
    const form = place.current;
    const button = [...(form?.querySelectorAll('button') ?? [])].find((one) => one.value === value);
    if (!form || !value || !button) return;
    const heard = new AbortController();
    const send = (event: Event) => {
      heard.abort();
      const within = event.target instanceof Node && form.contains(event.target);
      if (!within || event.type === 'pointermove') form.requestSubmit(button);
    };
    for (const sign of SIGNS) window.addEventListener(sign, send, { passive: true, signal: heard.signal });
    return () => heard.abort();
  }, [place, value]);
};
