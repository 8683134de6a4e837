'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

const boxesOf = (form: string): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=number][form=${form}]`),
];

/** How many boxes of the form are ticked, kept right as they are. */
const useTicked = (form: string): { ticked: number; all: number } => {
  const [count, setCount] = useState({ ticked: 0, all: 0 });
  useEffect(() => {
    const look = () => {
      const boxes = boxesOf(form);
      setCount({ ticked: boxes.filter((box) => box.checked).length, all: boxes.length });
    };
    look();
    document.addEventListener('change', look);
    return () => document.removeEventListener('change', look);
  }, [form]);
  return count;
};

/** How many requests are chosen. Says nothing where scripts do not run: the boxes say it. */
export const Selection = ({ form }: { form: string }) => {
  const t = useTranslations('desk.bulk');
  const { ticked } = useTicked(form);
  return <span role="status">{ticked > 0 ? t('chosen', { count: ticked }) : null}</span>;
};

/** Ticks all boxes of the page, or none; there only where scripts run. */
export const SelectAll = ({ form }: { form: string }) => {
  const t = useTranslations('desk.bulk');
  const { ticked, all } = useTicked(form);
  if (all === 0) return <span className="sr-only">{t('choose')}</span>;
  return (
    <input
      type="checkbox"
      data-key="tick-all"
      aria-label={t('chooseAll')}
      checked={ticked === all}
      className="size-[1.125rem]"
      onChange={(event) => {
        for (const box of boxesOf(form)) box.checked = event.target.checked;
        document.dispatchEvent(new Event('change'));
      }}
    />
  );
};
