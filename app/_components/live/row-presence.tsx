'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Icon } from '../ui/icon';
import { hearPresent, presentAt } from './present-store';

/** Who of the desk has the request of this row open; where the row has room, so that none of them moves. */
export const RowPresence = ({ number }: { number: number }) => {
  const t = useTranslations('tickets.live');
  const people = useSyncExternalStore(
    hearPresent,
    () => presentAt(number),
    () => undefined,
  );
  const first = people?.[0];
  if (!people || !first) return null;
  const told = people.filter(({ doing }) => doing === first.doing);
  const said = { names: told.map(({ name }) => name).join(', '), count: told.length };
  const writes = first.doing === 'writing';
  return (
    <p
      className={clsx('mt-1 flex items-center gap-1.5 text-xs', writes ? 'font-medium text-warning' : 'text-ink-soft')}
    >
      <Icon name={writes ? 'pencil' : 'eye'} size={14} />
      <span aria-hidden="true">{said.names}</span>
      <span className="sr-only">{t(first.doing, said)}</span>
    </p>
  );
};
