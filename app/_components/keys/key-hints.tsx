'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { keysAt, type OwnKeys } from '@/domain/people/keys';
import { placeOf } from './keymap';
import { useKeysOn } from './use-keys-on';

const HINTS = {
  list: ['nextRow', 'previousRow', 'tick', 'searchList', 'help'],
  request: ['answer', 'note', 'move', 'assign', 'help'],
} as const;

/** The keys one needs most, at the foot of the page; where there is a keyboard, most likely. */
export const KeyHints = ({ keys: ownKeys }: { keys?: OwnKeys | undefined }) => {
  const t = useTranslations('keys');
  const place = placeOf(usePathname());
  const isOn = useKeysOn();
  if (!place || !isOn) return null;
  const keys = { ...keysAt(place, ownKeys), ...keysAt('everywhere', ownKeys) };
  return (
    <p className="mt-8 hidden flex-wrap gap-x-5 gap-y-2 text-xs text-ink-faint lg:flex">
      {HINTS[place]
        .filter((name) => keys[name])
        .map((name) => (
          <span key={name} className="flex items-center gap-1.5">
            <kbd className="key">{keys[name]?.toUpperCase()}</kbd>
            {t(`deeds.${name}`)}
          </span>
        ))}
    </p>
  );
};
