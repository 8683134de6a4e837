'use client';

import type { ComponentProps } from 'react';
import { Select } from '@/app/_components/ui/select';

/**
 * A select in a form that is sent by an action: React empties the form afterwards, and knows the default of every control but this. The
 * choice is written where the browser's own emptying looks for it, so that a refused form shows what was chosen.
 */
export const KeptSelect = (props: ComponentProps<typeof Select>) => {
  const chosen = String(props.defaultValue ?? '');
  const keep = (select: HTMLSelectElement | null): void => {
    for (const option of select?.options ?? []) {
      const isDefault = option.value === chosen;
      if (option.defaultSelected !== isDefault) option.defaultSelected = isDefault;
    }
  };
  return <Select {...props} ref={keep} />;
};
