'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { relativeWords } from '@/domain/time/relative-words';
import { draftKey, dropDraft, type KeptDraft, keepDraft, noteSent, readDraft } from './kept-draft';
import { writtenIn } from './use-written';

/** A pause in writing after which the draft is kept, in milliseconds. */
const PAUSE_MS = 300;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

const isMarked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

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
    if (control.value) continue;
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
};

const restore = (form: HTMLFormElement, { values }: KeptDraft): void => {
  const all = Object.entries(values).filter(([name]) => name !== 'typeKey');
  for (const [name, value] of all) fill(form, name, value);
  // Some answers bring further fields, which are there a moment later.
  setTimeout(() => {
    for (const [name, value] of all) fill(form, name, value);
  }, 50);
};

const valuesOf = (form: HTMLFormElement): Record<string, string> => {
  const { typeKey: _, ...values } = writtenIn(form);
  return values;
};

type DraftProps = {
  place: RefObject<HTMLFormElement | null>;
  /** The account that writes; empty for visitors. */
  owner: string;
  type: string;
  /** Whether the form came back with what was typed: then it is not filled in again. */
  returned: boolean;
};

/** Keeps what is being written on this device, and brings it back with a clear word and a way to begin anew. */
export const Draft = ({ place, owner, type, returned }: DraftProps) => {
  const t = useTranslations('tickets.draft');
  const locale = useLocale();
  const key = draftKey(owner, type);
  const [found, setFound] = useState<KeptDraft | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that came back keeps what it came back with
  useEffect(() => {
    const form = place.current;
    const kept = returned ? null : readDraft(key);
    if (form && kept) restore(form, kept);
    setFound(kept);
  }, [place, key]);

  useEffect(() => {
    const form = place.current;
    if (!form) return;
    let timer = 0;
    const keep = () => {
      clearTimeout(timer);
      keepDraft(key, valuesOf(form));
    };
    const later = () => {
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
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', later);
      form.removeEventListener('change', later);
      form.removeEventListener('submit', sending);
      window.removeEventListener('pagehide', keep);
    };
  }, [place, key]);

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
      <Button size="sm" icon="trash" onClick={discard}>
        {t('discard')}
      </Button>
    </Callout>
  );
};
