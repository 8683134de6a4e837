'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { useActionState, useState } from 'react';
import type { Phrase } from '@/domain/refusal';
import type { FormState, PendingFile } from './state';

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const ATTACHED = /^(?:(.+)\.)?attachment$/;

/** What a form holds, as an action gives it back: several values of one name are parted by commas. */
export const carriedBy = (form: FormData): Pick<FormState, 'values' | 'files'> => {
  const values: Record<string, string> = {};
  const files: PendingFile[] = [];
  const add = (name: string, value: string) => {
    values[name] = values[name] === undefined ? value : `${values[name]},${value}`;
  };
  for (const [name, value] of form) {
    // What begins with a dollar is React's own.
    if (typeof value !== 'string' || name.startsWith('$')) continue;
    const attached = ATTACHED.exec(name);
    if (!attached) add(name, value);
    else {
      // Written by the field itself, of what the server told it.
      const file = JSON.parse(value) as PendingFile;
      files.push(file);
      if (attached[1]) add(attached[1], file.id);
    }
  }
  return { values, files };
};

/** Why no answer came: the site is another one by now, it failed (it names each failure), or nobody was reached. */
const problemOf = (error: unknown, isKept: boolean): Phrase => {
  if (unstable_isUnrecognizedActionError(error)) return { key: isKept ? 'errors.pageOutdated' : 'errors.pageReplaced' };
  return { key: typeof error === 'object' && error && 'digest' in error ? 'errors.sendFailed' : 'errors.notReached' };
};

/**
 * The action, but where it gets no answer (the line is down, the server is being started anew) the form is shown again
 * with all that it held, like one that was refused: without this the whole page gives way to an error.
 */
export const surviving =
  (action: FormAction, isKept = false): FormAction =>
  async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      unstable_rethrow(error);
      const again = {
        turn: previous.turn + 1,
        outcome: 'refused' as const,
        problem: problemOf(error, isKept),
        fields: {},
      };
      return { ...again, ...carriedBy(form) };
    }
  };

/**
 * `useActionState` for a form whose sending may fail half-way. The server needs the action itself, so that the form
 * works without scripts; in the browser it is the one that survives. `isKept` says that what is written stays on the device, where
 * the page must be loaded again.
 */
export const useFormAction = (action: FormAction, initial: FormState, isKept = false) => {
  const [sent] = useState(() => (typeof window === 'undefined' ? action : surviving(action, isKept)));
  return useActionState(sent, initial);
};
