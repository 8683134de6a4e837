'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'guichet-keys';
const CHANGED = 'guichet-keys-changed';

/** Storage may be switched off; the shortcuts are on then, as they are at first. */
const isOn = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
};

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('storage', onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener('storage', onChange);
    window.removeEventListener(CHANGED, onChange);
  };
};

/** Switches the shortcuts of one key on or off, on this device (WCAG 2.1.4): speech input types letters that nobody meant as keys. */
export const switchKeys = (on: boolean): void => {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Without storage the choice holds for no other page.
  }
  window.dispatchEvent(new Event(CHANGED));
};

/** Whether shortcuts of one key work here; `false` in the page as it came, and without scripts. */
export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, isOn, () => false);
