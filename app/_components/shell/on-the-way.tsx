'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** A page that comes sooner is not worth a word. In milliseconds. */
const PATIENCE_MS = 400;
/** Whatever has not come by then is told by the browser itself. */
const LONGEST_MS = 20_000;

/** An address of a page of ours, which replaces this one; not a file to keep, nor a place in this page. */
const isPage = (href: string): boolean => {
  const { origin, pathname, search } = new URL(href, location.href);
  const isHere = pathname === location.pathname && search === location.search;
  return origin === location.origin && /^\/[a-z]{2}(\/[^.]*)?$/.test(pathname) && !isHere;
};

const leadsTo = (event: Event): string | null => {
  if (event.defaultPrevented) return null;
  if (event instanceof MouseEvent) {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]');
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    return link && isPlain && !link.target && !link.download ? link.href : null;
  }
  const form = event.target;
  return form instanceof HTMLFormElement && form.method === 'get' ? `${form.action}?` : null;
};

/** Says that the next page is on its way, once it takes longer than one would wait without a sign. */
export const OnTheWay = () => {
  const t = useTranslations('ui');
  const [isOnTheWay, setOnTheWay] = useState(false);
  useEffect(() => {
    const timers: number[] = [];
    const arrive = (): void => {
      for (const timer of timers.splice(0)) clearTimeout(timer);
      setOnTheWay(false);
    };
    const leave = (event: Event): void => {
      const href = leadsTo(event);
      if (!href || !isPage(href)) return;
      arrive();
      timers.push(
        window.setTimeout(() => setOnTheWay(true), PATIENCE_MS),
        window.setTimeout(arrive, LONGEST_MS),
      );
    };
    window.addEventListener('click', leave);
    window.addEventListener('submit', leave);
    // Back from the browser's own memory, the page is there at once.
    window.addEventListener('pageshow', arrive);
    return () => {
      arrive();
      window.removeEventListener('click', leave);
      window.removeEventListener('submit', leave);
      window.removeEventListener('pageshow', arrive);
    };
  }, []);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-50">
      {isOnTheWay ? (
        <>
          <div className="on-the-way h-0.75 origin-left bg-accent" />
          <span className="sr-only">{t('onTheWay')}</span>
        </>
      ) : null}
    </div>
  );
};
