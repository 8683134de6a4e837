'use client';

import { type SelectProps, StandingSelect } from '@/app/_components/ui/select';

/** What stands in a list that nobody has touched. */
const untouchedValue = ({ options }: HTMLSelectElement): string | undefined =>
  ([...options].find((option) => option.defaultSelected) ?? options[0])?.value;

/**
 * A select in a form that is sent by an action: React empties the form afterwards, and knows the default of every control but this. The
 * choice is written where the browser's own emptying looks for it, so that a refused form shows what was chosen. A page that draws itself anew
 * brings the default along, and takes no choice away that somebody has made meanwhile.
 */
export const KeptSelect = (props: SelectProps) => {
  const drawn = String(props.defaultValue ?? '');
  const keep = (select: HTMLSelectElement | null): void => {
    if (!select) return;
    const chosen = select.value === untouchedValue(select) ? drawn : select.value;
    for (const option of select.options) {
      const isDefault = option.value === drawn;
      if (option.defaultSelected !== isDefault) option.defaultSelected = isDefault;
    }
    // The browser chooses what becomes the default, and nothing at all where that is not in the list.
    if (select.value !== chosen && [...select.options].some((option) => option.value === chosen)) select.value = chosen;
  };
  return <StandingSelect {...props} ref={keep} />;
};
