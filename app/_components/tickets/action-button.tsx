'use client';

import { type ReactNode, useEffect } from 'react';
import { Button, type ButtonLook } from '@/app/_components/ui/button';
import { FieldError } from '@/app/_components/ui/field';
import type { IconName } from '@/app/_components/ui/icons';
import { toast } from '@/app/_components/ui/toast';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';

type ActionButtonProps = ButtonLook & {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  fields: Record<string, string>;
  done: string;
  icon?: IconName;
  children: ReactNode;
};

/** One press, one verb: a form with a button, which says beside itself why the verb was refused. */
export const ActionButton = ({ action, fields, done, children, ...look }: ActionButtonProps) => {
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(done);
  }, [state, done]);
  return (
    <form action={send} className="grid gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" disabled={pending} {...look}>
        {children}
      </Button>
      {state.outcome === 'refused' ? (
        <FieldError id={`${fields.number}-refused`}>{phrase(state.problem)}</FieldError>
      ) : null}
    </form>
  );
};
