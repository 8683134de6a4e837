'use client';

import { useEffect } from 'react';

type Control = HTMLSelectElement | HTMLTextAreaElement;

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/** What people chose and wrote while the page was still waking up. */
const early = new Map<Control, string>();
const note = ({ target }: Event): void => {
  if (isControl(target)) early.set(target, target.value);
};

const isChanged = (control: Control): boolean =>
  control instanceof HTMLTextAreaElement
    ? control.value !== control.defaultValue
    : [...control.options].some((option) => option.defaultSelected && !option.selected) ||
      (control.selectedIndex > 0 && ![...control.options].some((option) => option.defaultSelected));

// Runs as the script arrives, before React takes the page over.
if (typeof document !== 'undefined') {
  for (const control of document.querySelectorAll<Control>('select, textarea')) {
    if (isChanged(control)) early.set(control, control.value);
  }
  document.addEventListener('input', note, { capture: true });
}

/**
 * React puts selects and text areas back to their first value when it takes over a page that came as HTML: whoever was
 * quicker would send something else than they chose. This gives them back what was there; it stands in each frame of
 * working pages.
 */
export const KeepChoices = () => {
  useEffect(() => {
    document.removeEventListener('input', note, { capture: true });
    for (const [control, value] of early) if (control.value !== value) control.value = value;
    early.clear();
  }, []);
  return null;
};
