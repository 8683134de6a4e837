'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import type { FormState } from '@/app/_forms/state';
import { relativeWords } from '@/domain/time/relative-words';
import { draftKey, dropDraft, type KeptDraft, keepDraft, noteNotSent, noteSent, readDraft } from './kept-draft';
import { filesIn, type KeptFile, stillThere } from './kept-files';
import { writtenIn } from './use-written';

/** A pause in writing after which the draft is kept, in milliseconds. */
const PAUSE_MS = 300;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

const isMarked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

/** What stands in a control as the page gave it; `null` for a mark that is not set. */
const givenIn = (control: Control): string | null => {
  if (isMarked(control)) return control.defaultChecked ? control.value : null;
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? null;
};

/** What a form came with, by name: whoever only looks at it has written nothing. */
const cameWith = (form: HTMLFormElement, returned: boolean): Record<string, string> => {
  const came: Record<string, string> = {};
  for (const control of [...form.elements].filter(isControl)) {
    // A form that came back came with what was typed, which is to be kept; but nobody types what is hidden.
    if (returned && control.type !== 'hidden') continue;
    const value = givenIn(control);
    if (value !== null)
      came[control.name] = came[control.name] === undefined ? value : `${came[control.name]},${value}`;
  }
  return came;
};

/** A list has no place for what is no longer offered. */
const takes = (control: Control, value: string): boolean =>
  !(control instanceof HTMLSelectElement) || [...control.options].some((option) => option.value === value);

/** Puts a value into the controls of a name that nobody has filled in; as if it were typed, so that the page follows. */
const fill = (form: HTMLFormElement, name: string, value: string): void => {
  const controls = [...form.elements].filter(isControl).filter((control) => control.name === name);
  const marks = controls.filter(isMarked);
  if (marks.length > 0) {
    if (marks.some(({ checked }) => checked)) return;
    const chosen = value.split(',');
    for (const mark of marks) if (chosen.includes(mark.value)) mark.click();
    return;
  }
  for (const control of controls) {
    // Typed or chosen before the scripts came, it stays; and what is hidden is the page's own.
    if (control.type === 'hidden' || control.value !== givenIn(control) || !takes(control, value)) continue;
    control.value = value;
    for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
  }
};

const restore = (form: HTMLFormElement, { values }: KeptDraft, given: readonly string[]): void => {
  const all = Object.entries(values).filter(([name]) => name !== 'typeKey' && !given.includes(name));
  for (const [name, value] of all) fill(form, name, value);
  // Some answers bring further fields, which are there a moment later.
  setTimeout(() => {
    for (const [name, value] of all) fill(form, name, value);
  }, 50);
};

const valuesOf = (form: HTMLFormElement, came: Readonly<Record<string, string>>): Record<string, string> => {
  const { typeKey: _, ...values } = writtenIn(form);
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== came[name]));
};

type DraftProps = {
  place: RefObject<HTMLFormElement | null>;
  /** The account that writes; empty for visitors. */
  owner: string;
  type: string;
  /** A form that came back with what was typed is not filled in again. */
  state: FormState;
  /** Takes the files that were kept with it. */
  onFiles: (files: readonly KeptFile[]) => void;
  /** Names of the fields that came with the address: they are about this matter, whatever was written before. */
  given?: readonly string[];
};

const NONE: readonly string[] = [];

/** From when what was brought back is, and whether files of it are gone. */
type Found = { at: number; isShort: boolean };

/** Keeps what is being written on this device, and brings it back with a clear word and a way to begin anew. */
export const Draft = ({ place, owner, type, state, onFiles, given = NONE }: DraftProps) => {
  const t = useTranslations('tickets.draft');
  const locale = useLocale();
  const key = draftKey(owner, type);
  const returned = state.turn > 0;
  const [found, setFound] = useState<Found | null>(null);
  const known = useRef<readonly KeptFile[]>([]);
  const came = useRef<Record<string, string> | null>(null);
  // What was written before the scripts came told nobody of itself.
  const early = useRef(!returned);
  const touched = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that came back keeps what it came back with
  useEffect(() => {
    const form = place.current;
    came.current ??= form && cameWith(form, returned);
    const kept = returned ? null : readDraft(key);
    known.current = stillThere(kept?.files ?? [], Date.now());
    if (kept) early.current = false;
    if (form && kept) restore(form, kept, given);
    if (known.current.length > 0) onFiles(known.current);
    setFound(kept && { at: kept.at, isShort: kept.files.length > known.current.length });
  }, [place, key]);

  useEffect(() => {
    const form = place.current;
    if (!form) return;
    let timer = 0;
    const keep = () => {
      clearTimeout(timer);
      early.current = false;
      known.current = filesIn(new FormData(form), known.current, Date.now());
      keepDraft(key, { values: valuesOf(form, came.current ?? {}), files: known.current });
    };
    // A form that nobody has touched forgets no draft: it may have been written in another tab meanwhile.
    const keepWritten = () => {
      const isWritten = Object.keys(valuesOf(form, came.current ?? {})).length > 0;
      if (touched.current || isWritten) keep();
    };
    const later = () => {
      touched.current = true;
      clearTimeout(timer);
      timer = window.setTimeout(keep, PAUSE_MS);
    };
    const sending = () => {
      keep();
      noteSent(key);
    };
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('submit', sending);
    window.addEventListener('pagehide', keepWritten);
    if (early.current) timer = window.setTimeout(keepWritten, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', later);
      form.removeEventListener('change', later);
      form.removeEventListener('submit', sending);
      window.removeEventListener('pagehide', keepWritten);
    };
  }, [place, key]);

  useEffect(() => {
    if (state.outcome === 'refused') noteNotSent();
  }, [state]);

  if (!found) return null;
  const discard = () => {
    // The page that is left keeps nothing of what is given up.
    place.current?.reset();
    dropDraft(key);
    setFound(null);
    window.addEventListener('pagehide', () => dropDraft(key), { once: true });
    location.reload();
  };
  return (
    <Callout tone="info" icon="note" role="status" title={t('title')}>
      <p>{t('text', { when: relativeWords(new Date(found.at).toISOString(), Date.now(), locale) ?? '' })}</p>
      {found.isShort ? <p>{t('filesGone')}</p> : null}
      <Button size="sm" icon="trash" onClick={discard}>
        {t('discard')}
      </Button>
    </Callout>
  );
};
