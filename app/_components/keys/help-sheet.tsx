'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { OwnKeys } from '@/domain/people/keys';
import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { TextLink } from '../ui/text-link';
import { type Place, type Shortcut, shortcutsAt } from './keymap';
import { switchKeys } from './use-keys-on';

const Keys = ({ keys }: { keys: readonly string[] }) => {
  const t = useTranslations('keys');
  return (
    <>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 ? <span className="px-1 text-xs text-ink-faint">{t('then')}</span> : null}
          <kbd className="key">{key.length === 1 ? key.toUpperCase() : key}</kbd>
        </Fragment>
      ))}
    </>
  );
};

const Group = ({
  title,
  shortcuts,
}: {
  title: string;
  shortcuts: readonly { words: string; keys: readonly string[] }[];
}) => (
  <section className="break-inside-avoid pb-5">
    <h3 className="mb-2 text-sm font-semibold">{title}</h3>
    <dl className="grid gap-1.5 text-sm">
      {shortcuts.map(({ words, keys }) => (
        <div key={words} className="flex items-baseline justify-between gap-4">
          <dt className="text-ink-soft">{words}</dt>
          <dd className="whitespace-nowrap">
            <Keys keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

type HelpSheetProps = {
  open: boolean;
  onClose: () => void;
  place: Exclude<Place, 'everywhere'> | null;
  goes: readonly Shortcut[];
  isOn: boolean;
  /** The reader's own keys. */
  keys?: OwnKeys | undefined;
};

/** All keys on one sheet, those of this page first, with the switch that turns the single ones off. */
export const HelpSheet = ({ open, onClose, place, goes, isOn, keys: ownKeys }: HelpSheetProps) => {
  const t = useTranslations('keys');
  const locale = useLocale();
  const told = (shortcuts: readonly Shortcut[]) =>
    shortcuts.map(({ name, keys }) => ({ words: t(`deeds.${name}`), keys }));
  const own = [...(['list', 'request'] as const)].sort((a, b) => Number(b === place) - Number(a === place));
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} wide>
      <div className={isOn ? undefined : 'opacity-60'}>
        <div className="gap-8 sm:columns-2">
          {own.map((one) => (
            <Group
              key={one}
              title={t(`places.${one}`)}
              shortcuts={[
                ...told(shortcutsAt(one, ownKeys)),
                ...(one === 'request' ? [{ words: t('send'), keys: [t('sendKeys')] }] : []),
              ]}
            />
          ))}
          <Group
            title={t('places.everywhere')}
            shortcuts={[...told(shortcutsAt('everywhere', ownKeys)), { words: t('palette'), keys: [t('paletteKeys')] }]}
          />
          <Group title={t('places.go')} shortcuts={goes.map(({ name, keys }) => ({ words: name, keys }))} />
        </div>
      </div>
      <div className="grid gap-3 border-t border-line pt-4">
        <Checkbox
          id="keys-on"
          label={t('switch')}
          hint={t('switchHint')}
          checked={isOn}
          onChange={(event) => switchKeys(event.target.checked)}
        />
        <TextLink href={`/${locale}/account/keys`} className="justify-self-start text-sm">
          {t('own.link')}
        </TextLink>
      </div>
    </Dialog>
  );
};
