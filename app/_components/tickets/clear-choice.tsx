'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';

const radiosOf = (form: HTMLFormElement, names: readonly string[]): HTMLInputElement[] =>
  [...form.elements].filter(
    (control): control is HTMLInputElement =>
      control instanceof HTMLInputElement && control.type === 'radio' && names.includes(control.name),
  );

type ClearChoiceProps = {
  /** The questions whose answers are taken back. */
  names: readonly string[];
  label: string;
  /** Which question it is, for who does not see where the button stands. */
  about?: string;
};

/** Takes an answer back that need not be given: a browser lets nobody unset what was chosen of a few. */
export const ClearChoice = ({ names, label, about }: ClearChoiceProps) => {
  const place = useRef<HTMLDivElement>(null);
  const [isAnswered, setAnswered] = useState(false);
  const asked = names.join(' ');
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const look = () => setAnswered(radiosOf(form, asked.split(' ')).some(({ checked }) => checked));
    look();
    form.addEventListener('change', look);
    return () => form.removeEventListener('change', look);
  }, [asked]);
  const clear = () => {
    const form = place.current?.closest('form');
    const radios = form ? radiosOf(form, names) : [];
    const [first] = radios;
    for (const radio of radios) radio.checked = false;
    // As if it were chosen by hand, so that the draft and the page follow.
    for (const kind of ['input', 'change']) first?.dispatchEvent(new Event(kind, { bubbles: true }));
    // The button goes; who pressed it is where they can answer again.
    first?.focus();
  };
  return (
    <div ref={place}>
      {isAnswered ? (
        <Button size="sm" variant="quiet" icon="x" onClick={clear}>
          {label}
          {about ? <span className="sr-only">: {about}</span> : null}
        </Button>
      ) : null}
    </div>
  );
};
