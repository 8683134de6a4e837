'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { toast } from '../ui/toast';
import { TagInput } from './tag-input';

type TagFormProps = {
  locale: Locale;
  number: number;
  tags: readonly string[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The tags of a request: each can be taken off, others put on. */
export const TagForm = ({ locale, number, tags, action }: TagFormProps) => {
  const t = useTranslations('desk.tags');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('done'));
  }, [state, t]);
  const error = phrase(state.fields.add ?? (state.outcome === 'refused' ? state.problem : null));
  return (
    <form action={send} className="grid gap-3" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      {tags.length > 0 ? (
        <ul aria-label={t('label')} className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag}>
              <Button
                type="submit"
                name="drop"
                value={tag}
                size="sm"
                iconEnd="x"
                disabled={pending}
                aria-label={t('drop', { tag })}
              >
                {tag}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex items-end gap-2">
        <Field id="tag-add" label={t('add')} error={error} className="min-w-0 flex-1">
          {({ required: _, ...wiring }) => (
            <TagInput {...wiring} key={state.turn} name="add" defaultValue={state.values.add} />
          )}
        </Field>
        <Button type="submit" square icon="plus" aria-label={t('submit')} disabled={pending} />
      </div>
    </form>
  );
};
