'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { OwnKeys } from '@/domain/people/keys';
import { useScripts } from '../tickets/use-scripts';
import { Icon } from '../ui/icon';
import { toast } from '../ui/toast';
import { HelpSheet } from './help-sheet';
import { type Deed, goKeys, meaningOf, needsOf, placeOf, type Shortcut, shortcutsAt } from './keymap';
import { isTaken, perform } from './perform';
import { useKeysOn } from './use-keys-on';

/** A working place: where it is, and what it is called. */
export type WorkPlace = { key: string; href: string; label: string };

/** How long after the first key the second one may come, in milliseconds. */
const SECOND_KEY_MS = 1_500;
const DEED = '#do:';

/** Hears keys where nobody types; from the moment on in which the page shows that it does. */
const useKeys = (isOn: boolean, shortcuts: readonly Shortcut[], act: (deed: Deed) => void): void => {
  useLayoutEffect(() => {
    if (!isOn) return;
    let pressed: string[] = [];
    let timer = 0;
    const forget = (): void => {
      pressed = [];
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length !== 1 || isTaken(event.target)) return;
      clearTimeout(timer);
      const meaning = meaningOf([...pressed, event.key], shortcuts) ?? meaningOf([event.key], shortcuts);
      if (meaning === 'begun') {
        pressed = [...pressed, event.key];
        timer = window.setTimeout(forget, SECOND_KEY_MS);
      } else forget();
      if (!meaning) return;
      event.preventDefault();
      if (meaning !== 'begun') act(meaning.shortcut.deed);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOn, shortcuts, act]);
};

/** What was chosen in the palette of ⌘K and happens in this page. */
const useChosenDeeds = (shortcuts: readonly Shortcut[], act: (deed: Deed) => void): void => {
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(`a[href^="${DEED}"]`);
      if (!link) return;
      event.preventDefault();
      const shortcut = shortcuts.find(({ name }) => link.getAttribute('href') === `${DEED}${name}`);
      link.closest('dialog')?.close();
      if (shortcut) act(shortcut.deed);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [shortcuts, act]);
};

const keysIn = (keys: readonly string[]): string => keys.map((key) => key.toUpperCase()).join(' ');

/** The keyboard of the working places: shortcuts, the sheet that lists them, and what ⌘K offers of this page. */
export const Keyboard = ({ places, keys: ownKeys }: { places: readonly WorkPlace[]; keys?: OwnKeys | undefined }) => {
  const t = useTranslations('keys');
  const [isOpen, setOpen] = useState(false);
  const isAwake = useScripts();
  const isOn = useKeysOn();
  const path = usePathname();
  const place = placeOf(path);
  const goes = useMemo(
    () =>
      places.flatMap(({ key, href, label }) => {
        const keys = goKeys(key);
        return keys.length > 0 ? [{ name: label, keys, deed: { kind: 'go', href } as const }] : [];
      }),
    [places],
  );
  const own = useMemo(() => (place ? shortcutsAt(place, ownKeys) : []), [place, ownKeys]);
  const everywhere = useMemo(() => shortcutsAt('everywhere', ownKeys), [ownKeys]);
  const shortcuts = useMemo(() => [...own, ...everywhere, ...goes], [own, everywhere, goes]);
  const helpKeys = everywhere.find(({ name }) => name === 'help')?.keys ?? [];
  const help = useMemo(() => () => setOpen(true), []);
  // A key that does nothing is pressed again and again: that there is nothing to do is said.
  const act = useCallback(
    (deed: Deed): void => {
      if (!perform(deed, help)) toast(t('notHere'), { tone: 'info' });
    },
    [help, t],
  );
  useKeys(isOn, shortcuts, act);
  useChosenDeeds(shortcuts, act);
  if (!isAwake) return null;
  // The rows of a list are led along by keys alone: there is nothing in it to choose by name.
  const chosen = own.filter(({ deed }) => !['row', 'tick', 'open'].includes(deed.kind));
  const offered = [
    ...chosen.map(({ name, keys, deed }) => ({
      label: t('actions'),
      title: t(`deeds.${name}`),
      keys: isOn ? keysIn(keys) : '',
      href: `${DEED}${name}`,
      needs: needsOf(deed, path) ?? undefined,
    })),
    ...places.map(({ key, href, label }) => ({
      label: t('places.go'),
      title: label,
      keys: isOn ? keysIn(goKeys(key)) : '',
      href,
    })),
  ];
  return (
    <>
      <button
        type="button"
        onClick={help}
        className="hidden items-center gap-3 rounded-md px-2.5 py-2 text-start text-sm font-medium text-ink-soft hover:bg-hover hover:text-ink lg:flex"
      >
        <Icon name="keyboard" />
        {t('open')}
        {isOn && helpKeys.length > 0 ? (
          <span aria-hidden="true" className="key ms-auto">
            {keysIn(helpKeys)}
          </span>
        ) : null}
      </button>
      <div hidden data-palette-actions={JSON.stringify(offered)} />
      <HelpSheet open={isOpen} onClose={() => setOpen(false)} place={place} goes={goes} isOn={isOn} keys={ownKeys} />
    </>
  );
};
