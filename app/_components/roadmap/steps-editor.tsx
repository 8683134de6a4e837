'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { useScripts } from '../tickets/use-scripts';
import type { EditedStep } from './steps-in';

type Row = EditedStep & { row: number };

const LANGUAGES = [
  { language: 'fr', label: 'stepFr' },
  { language: 'en', label: 'stepEn' },
] as const;

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
  // Their room is kept; a button that does nothing yet, or never, is nobody's to press.
  const unheard = useScripts() ? '' : 'invisible';
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
          return (
            <li key={step.row} className="grid gap-2 rounded-md border border-line p-3">
              {step.id ? <input type="hidden" name={`step:${index}:id`} value={step.id} /> : null}
              <div className="fields-beside">
                {LANGUAGES.map(({ language, label }) => (
                  <Field
                    key={language}
                    id={`step-${step.row}-${language}`}
                    label={t(label, { number })}
                    error={errors[`step:${index}:${language}`]}
                    optional={language === 'en'}
                  >
                    {({ required: _, ...wiring }) => (
                      <Input
                        {...wiring}
                        name={`step:${index}:${language}`}
                        lang={language}
                        defaultValue={step.title[language]}
                      />
                    )}
                  </Field>
                ))}
              </div>
              <div className="flex items-center gap-1">
                <label className="me-auto flex items-center gap-2">
                  <input type="checkbox" name={`step:${index}:done`} defaultChecked={step.done} className="size-4" />
                  {t('stepDone')}
                </label>
                <Button
                  size="sm"
                  variant="quiet"
                  className={unheard}
                  disabled={index === 0}
                  aria-label={t('up', { number })}
                  onClick={() => setRows((all) => swapped(all, index, index - 1))}
                >
                  ↑
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  className={unheard}
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
                  className={unheard}
                  icon="x"
                  aria-label={t('remove', { number })}
                  onClick={() => setRows((all) => all.filter((one) => one.row !== step.row))}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <Button icon="plus" size="sm" className={clsx('justify-self-start', unheard)} onClick={add}>
        {t('addStep')}
      </Button>
    </fieldset>
  );
};
