'use client';

import { type RefObject, useEffect, useState } from 'react';

/** What a form's controls hold, by their names; several values of one name are parted by commas. */
export type Written = Readonly<Record<string, string>>;

/** Names of a form that nobody writes: what the page adds to it. */
const NOT_WRITTEN =
  /^\$|^(?:locale|idempotencyKey|intent|account|articleKey|pageUrl|number|kind|hold|seen|canned)$|attachment$|files$/;

/** What is written in a form right now. */
export const writtenIn = (form: HTMLFormElement): Written => {
  const written: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || NOT_WRITTEN.test(name)) continue;
    const before = written[name];
    written[name] = before === undefined ? value : `${before},${value}`;
  }
  return written;
};

/** Follows what is written in a form; `initial` is what it came with. `turn` changes when the form comes back. */
export const useWritten = (place: RefObject<HTMLFormElement | null>, initial: Written, turn: number): Written => {
  const [written, setWritten] = useState(initial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that came back holds other controls
  useEffect(() => {
    const form = place.current;
    if (!form) return;
    const note = () => setWritten(writtenIn(form));
    note();
    form.addEventListener('input', note);
    form.addEventListener('change', note);
    return () => {
      form.removeEventListener('input', note);
      form.removeEventListener('change', note);
    };
  }, [place, turn]);
  return written;
};
