'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { placeOf } from './keymap';
import { useKeysOn } from './use-keys-on';

const HINTS = {
  list: [
    ['j', 'nextRow'],
    ['k', 'previousRow'],
    ['x', 'tick'],
    ['/', 'searchList'],
    ['?', 'help'],
  ],
  request: [
    ['r', 'answer'],
    ['n', 'note'],
    ['s', 'move'],
    ['a', 'assign'],
    ['?', 'help'],
  ],
} as const;

/** The keys one needs most, at the foot of the page; where there is a keyboard, most likely. */
export const KeyHints = () => {
  const t = useTranslations('keys');
  const place = placeOf(usePathname());
  const isOn = useKeysOn();
  if (!place || !isOn) return null;
  return (
    <p className="mt-8 hidden flex-wrap gap-x-5 gap-y-2 text-xs text-ink-faint lg:flex">
      {HINTS[place].map(([key, name]) => (
        <span key={key} className="flex items-center gap-1.5">
          <kbd className="key">{key.toUpperCase()}</kbd>
          {t(`deeds.${name}`)}
        </span>
      ))}
    </p>
  );
};
