'use client';

import { useEffect } from 'react';

/**
 * Scrolls a list of places to the one people are in, where the list is longer than the screen has room for, and again when
 * the room changes; the page itself stays where it is. Without scripts the list begins at its first place.
 */
export const CurrentPlace = ({ list, current }: { list: string; current: string | null }) => {
  useEffect(() => {
    const frame = document.getElementById(list);
    const place = current === null ? null : frame?.querySelector('[aria-current]');
    if (!frame || !place) return;
    const show = (): void => {
      const [around, own] = [frame.getBoundingClientRect(), place.getBoundingClientRect()];
      const isSeen =
        own.top >= around.top && own.bottom <= around.bottom && own.left >= around.left && own.right <= around.right;
      if (isSeen) return;
      frame.scrollBy({
        top: own.top + own.height / 2 - around.top - around.height / 2,
        left: own.left + own.width / 2 - around.left - around.width / 2,
        behavior: 'instant',
      });
    };
    const room = new ResizeObserver(show);
    room.observe(frame);
    return () => room.disconnect();
  }, [list, current]);
  return null;
};
