import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Input } from './input';

type FinderProps = {
  /** What is looked for, over the field. */
  label: string;
  text: string;
  /** The button's word, where one does more than look for something. */
  submit?: string;
  /** What else stands in the address and stays there. */
  kept?: Record<string, string>;
  /** More fields that narrow the list. */
  children?: ReactNode;
};

/** Looks for something among many, by `q`; a plain GET, so that what one sees has an address. */
export const Finder = ({ label, text, submit, kept = {}, children }: FinderProps) => {
  const t = useTranslations('ui.finder');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3" autoComplete="off">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field id="finder" label={label} className="w-72 max-w-full">
          {({ required: _, ...wiring }) => (
            <Input {...wiring} type="search" name="q" defaultValue={text} maxLength={200} />
          )}
        </Field>
        {children}
        <Button type="submit" icon="search">
          {submit ?? t('submit')}
        </Button>
      </form>
    </search>
  );
};
