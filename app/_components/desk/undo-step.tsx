'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/app/_components/ui/button';
import { toast } from '@/app/_components/ui/toast';
import { FormProblem } from '@/app/_forms/form-problem';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import type { Locale } from '@/domain/people/locale';

type UndoStepProps = {
  /** Where the words stand that tell of the act. */
  act: 'correct' | 'refile';
  locale: Locale;
  token: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Called when all stands as it stood. */
  onUndone: () => void;
};

/** That something was put right, and the way back: a form, so that it needs no script; with one, a toast offers it, too. */
export const UndoStep = ({ act, locale, token, action, onUndone }: UndoStepProps) => {
  const t = useTranslations(`desk.${act}`);
  const [state, send, pending] = useFormAction(action, untouched());
  const place = useRef<HTMLFormElement>(null);
  const told = useRef('');
  useEffect(() => {
    if (told.current === token) return;
    told.current = token;
    toast(t('done'), { action: { label: t('undo'), run: () => place.current?.requestSubmit() } });
  }, [token, t]);
  useEffect(() => {
    if (state.outcome === 'done') onUndone();
  }, [state, onUndone]);
  const stays = Number(state.values.stays ?? 0);
  if (state.outcome === 'done') {
    return (
      <p role="status" className="mt-4 text-sm text-ink-soft">
        {t('undone')} {stays > 0 ? t('stays', { count: stays }) : null}
      </p>
    );
  }
  return (
    <form ref={place} action={send} className="mt-4 grid gap-3">
      <FormProblem state={state} title={t('undoFailed')} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft">
        {t('done')}
        <Button type="submit" size="sm" icon="undo" disabled={pending}>
          {t('undo')}
        </Button>
      </p>
    </form>
  );
};
