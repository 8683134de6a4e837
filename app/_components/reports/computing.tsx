'use client';

import clsx from 'clsx';
import { type ReactNode, useEffect, useState } from 'react';
import { Icon } from '../ui/icon';

/** Figures that come sooner are not worth a word. In milliseconds. */
const PATIENCE_MS = 300;

type ComputingProps = {
  /** Said while figures are on their way. */
  words: string;
  /** What they are counted of, said otherwise. */
  about: ReactNode;
  children: ReactNode;
};

/** Figures, which fade while others are being counted in their place; without scripts the browser says that it waits. */
export const Computing = ({ words, about, children }: ComputingProps) => {
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let timer = 0;
    const begin = (event: Event): void => {
      if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
      if (event.target.method !== 'get' || !event.target.closest('main')) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => setBusy(true), PATIENCE_MS);
    };
    const end = (): void => {
      clearTimeout(timer);
      setBusy(false);
    };
    window.addEventListener('submit', begin);
    // Back from the browser's own memory the page is as it was.
    window.addEventListener('pageshow', end);
    return () => {
      end();
      window.removeEventListener('submit', begin);
      window.removeEventListener('pageshow', end);
    };
  }, []);
  return (
    <>
      {/* Said aloud by the line at the top of the page. */}
      <p className="flex min-h-6 items-center gap-2 text-sm text-ink-soft">
        {isBusy ? (
          <>
            <Icon name="refresh" size={16} className="motion-safe:animate-spin" />
            {words}
          </>
        ) : (
          about
        )}
      </p>
      <div
        aria-busy={isBusy}
        className={clsx('grid grid-cols-[minmax(0,1fr)] gap-7 transition-opacity', isBusy && 'opacity-45')}
      >
        {children}
      </div>
    </>
  );
};
