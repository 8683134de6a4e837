import { randomUUID } from 'node:crypto';
import type { FormState } from '@/app/_forms/state';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { CompleteForm } from './complete-form';

type CompletingProps = {
  ticket: RouterOutputs['tickets']['show'];
  locale: Locale;
  readerId: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The form of what is missing in a request, for who may fill it in; nothing for others, and where nothing is missing. */
export const Completing = async ({ ticket, locale, readerId, action }: CompletingProps) => {
  const { toComplete, missing } = ticket;
  if (!toComplete) return null;
  const lacks = (kind: (typeof missing)[number]['kind']) => missing.some((part) => part.kind === kind);
  const levels = lacks('criticality') ? await (await serverApi()).tickets.levels({}) : [];
  return (
    <CompleteForm
      // After each answer other parts are missing, and the form is another one.
      key={missing.map(({ key }) => key).join(' ')}
      locale={locale}
      number={ticket.number}
      subject={ticket.subject}
      whose={ticket.own ? 'own' : 'other'}
      of={toComplete.of}
      lacks={{
        subject: lacks('subject'),
        description: lacks('description'),
        criticality: lacks('criticality'),
      }}
      fields={toComplete.fields.map(({ key, kind, need, label, help, why, options }) => ({
        ...{ key, kind, need },
        label: inLocale(label, locale),
        help: help ? inLocale(help, locale) : '',
        why: why ? inLocale(why, locale) : '',
        options: options.map((option) => ({ value: option.key, label: inLocale(option.name, locale) })),
      }))}
      levels={levels.map(({ key, fromSeverity, name, definition, examples }) => ({
        ...{ key, fromSeverity },
        name: inLocale(name, locale),
        definition: inLocale(definition, locale),
        examples: inLocale(examples, locale),
      }))}
      asked={ticket.question !== null}
      owner={readerId}
      idempotencyKey={randomUUID()}
      action={action}
    />
  );
};
