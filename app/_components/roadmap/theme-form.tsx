'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Textarea } from '@/app/_components/ui/textarea';
import { FormProblem } from '@/app/_forms/form-problem';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { HORIZONS } from '@/domain/roadmap/themes';
import { StepsEditor } from './steps-editor';
import { stepsIn } from './steps-in';

type ThemeFormProps = {
  locale: Locale;
  /** The theme that is edited and the moment of the version on the screen; without it a new one is made. */
  edited?: { key: string; seenAt: string };
  initial: Record<string, string>;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

const TEXTS = [
  { name: 'title', rows: 1, max: 120 },
  { name: 'area', rows: 1, max: 80 },
  { name: 'why', rows: 4, max: 2000 },
  { name: 'what', rows: 6, max: 4000 },
] as const;
const LANGUAGES = [
  { suffix: 'Fr', lang: 'fr' },
  { suffix: 'En', lang: 'en' },
] as const;

const Texts = ({ state, values }: { state: FormState; values: Record<string, string> }) => {
  const t = useTranslations('studio.roadmap.fields');
  const phrase = usePhrase();
  return TEXTS.map(({ name, rows, max }) => (
    <div key={name} className="fields-beside">
      {LANGUAGES.map(({ suffix, lang }) => {
        const field = `${name}${suffix}` as const;
        const shared = { name: field, lang, maxLength: max, defaultValue: values[field] };
        return (
          <Field key={field} id={field} label={t(field)} error={phrase(state.fields[field])} optional={lang === 'en'}>
            {(wiring) =>
              rows === 1 ? <Input {...wiring} {...shared} /> : <Textarea {...wiring} {...shared} rows={rows} />
            }
          </Field>
        );
      })}
    </div>
  ));
};

/** Writes a theme: both languages side by side, when, and its steps. */
export const ThemeForm = ({ locale, edited, initial, action }: ThemeFormProps) => {
  const t = useTranslations('studio.roadmap');
  const tRoadmap = useTranslations('roadmap.horizon');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched(initial));
  const { values } = state;
  const errors = Object.fromEntries(Object.entries(state.fields).map(([name, problem]) => [name, phrase(problem)]));
  return (
    <form action={send} className="grid gap-6" noValidate>
      <FormProblem state={state} title={t('failed')} />
      <input type="hidden" name="locale" value={locale} />
      {edited ? (
        <>
          <input type="hidden" name="key" value={edited.key} />
          <input type="hidden" name="seenAt" value={edited.seenAt} />
        </>
      ) : (
        <Field id="key" label={t('fields.key')} hint={t('fields.keyHint')} error={errors.key}>
          {(wiring) => <Input {...wiring} name="key" maxLength={60} defaultValue={values.key} />}
        </Field>
      )}
      <Texts state={state} values={values} />
      <div className="fields-beside">
        <Field id="horizon" label={t('fields.horizon')} error={errors.horizon}>
          {(wiring) => (
            <KeptSelect
              {...wiring}
              key={state.turn}
              name="horizon"
              options={HORIZONS.map((horizon) => ({ value: horizon, label: tRoadmap(`${horizon}.title`) }))}
              defaultValue={values.horizon}
            />
          )}
        </Field>
        <Field id="quarter" label={t('fields.quarter')} hint={t('fields.quarterHint')} error={errors.quarter} optional>
          {(wiring) => <Input {...wiring} name="quarter" defaultValue={values.quarter} />}
        </Field>
      </div>
      <StepsEditor key={state.turn} initial={stepsIn(values)} errors={errors} />
      <Button type="submit" variant="primary" disabled={pending} className="justify-self-start">
        {pending ? t('sending') : t(edited ? 'save' : 'create')}
      </Button>
    </form>
  );
};
