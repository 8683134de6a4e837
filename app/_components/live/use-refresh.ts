'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Draws the page anew where it stands: React changes what is different, so what is typed, chosen, focused or scrolled to
 * stays. However often it is asked for, at most once in `pause` milliseconds, the last time included.
 */
export const useRefresh = (pause: number): (() => void) => {
  const router = useRouter();
  const timer = useRef(0);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    const wait = Math.max(0, last.current + pause - performance.now());
    timer.current = window.setTimeout(() => {
      last.current = performance.now();
      router.refresh();
    }, wait);
  }, [router, pause]);
};
