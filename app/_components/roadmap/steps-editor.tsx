'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { FieldError } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';

export type EditedStep = { id?: string; title: { fr: string; en?: string | undefined }; done: boolean };
type Row = EditedStep & { row: number };

/** One empty row more, so that a step can be added where no script runs. */
const SPARE: EditedStep = { title: { fr: '' }, done: false };

const swapped = (rows: readonly Row[], index: number, other: number): Row[] => {
  const next = [...rows];
  const [one, two] = [next[index], next[other]];
  if (one && two) [next[index], next[other]] = [two, one];
  return next;
};

type StepsEditorProps = { initial: readonly EditedStep[]; errors: Record<string, string | undefined> };

/** The steps of a theme in their order, moved with buttons: no dragging is needed. */
export const StepsEditor = ({ initial, errors }: StepsEditorProps) => {
  const t = useTranslations('studio.roadmap.fields');
  const [rows, setRows] = useState<Row[]>(() => [...initial, SPARE].map((step, row) => ({ ...step, row })));
  const [next, setNext] = useState(rows.length);
  const add = () => {
    setRows((all) => [...all, { ...SPARE, row: next }]);
    setNext(next + 1);
  };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-[0.9375rem] font-semibold">{t('steps')}</legend>
      <input type="hidden" name="stepCount" value={rows.length} />
      <ol className="grid gap-3">
        {rows.map((step, index) => {
          const number = index + 1;
          const error = errors[`step:${index}:fr`] ?? errors[`step:${index}:en`];
          return (
            <li key={step.row} className="grid gap-2 rounded-md border border-line p-3">
              {step.id ? <input type="hidden" name={`step:${index}:id`} value={step.id} /> : null}
              <div className="grid gap-2 md:grid-cols-2">
                <Input
                  name={`step:${index}:fr`}
                  aria-label={t('stepFr', { number })}
                  placeholder={t('stepFr', { number })}
                  lang="fr"
                  defaultValue={step.title.fr}
                  aria-invalid={error ? true : undefined}
                />
                <Input
                  name={`step:${index}:en`}
                  aria-label={t('stepEn', { number })}
                  placeholder={t('stepEn', { number })}
                  lang="en"
                  defaultValue={step.title.en}
                />
              </div>
              {error ? <FieldError id={`step-${index}-error`}>{error}</FieldError> : null}
              <div className="flex items-center gap-1">
                <label className="me-auto flex items-center gap-2">
                  <input type="checkbox" name={`step:${index}:done`} defaultChecked={step.done} className="size-4" />
                  {t('stepDone')}
                </label>
                <Button
                  size="sm"
                  variant="quiet"
                  disabled={index === 0}
                  aria-label={t('up', { number })}
                  onClick={() => setRows((all) => swapped(all, index, index - 1))}
                >
                  ↑
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  disabled={index === rows.length - 1}
                  aria-label={t('down', { number })}
                  onClick={() => setRows((all) => swapped(all, index, index + 1))}
                >
                  ↓
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  square
                  icon="x"
                  aria-label={t('remove', { number })}
                  onClick={() => setRows((all) => all.filter((one) => one.row !== step.row))}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <Button icon="plus" size="sm" className="justify-self-start" onClick={add}>
        {t('addStep')}
      </Button>
    </fieldset>
  );
};
