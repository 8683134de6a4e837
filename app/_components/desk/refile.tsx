import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Select } from '@/app/_components/ui/select';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { refileRequest } from './join-actions';

type RefileProps = {
  ticket: RouterOutputs['tickets']['show'];
  locale: Locale;
  types: RouterOutputs['tickets']['types'];
};

/** Puts right under which subject and type a request was filed; not once it is closed. */
export const Refile = async ({ ticket, locale, types }: RefileProps) => {
  const t = await getTranslations('desk.refile');
  const flash = await takeFlash('refile');
  if (ticket.customerState === 'closed') return null;
  // A type that nobody can choose any more stays that of requests that have it.
  const gone = types.some(({ key }) => key === ticket.type.key) ? [] : [ticket.type];
  return (
    <details key={`${ticket.subject} ${ticket.type.key}`} open={flash !== null}>
      <summary className="cursor-pointer text-sm font-semibold">{t('title')}</summary>
      <form action={refileRequest} noValidate className="mt-3 grid gap-4">
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={ticket.number} />
        <input type="hidden" name="hadSubject" value={ticket.subject} />
        <input type="hidden" name="hadType" value={ticket.type.key} />
        {flash && Object.keys(flash.fields).length === 0 ? <FormMessage flash={flash} /> : null}
        <TextField
          id="refile-subject"
          name="subject"
          label={t('subject')}
          flash={flash}
          defaultValue={ticket.subject}
          maxLength={TICKET_LIMITS.subject.max}
          autoComplete="off"
        />
        <TypeField
          label={t('type')}
          hint={t('typeHint')}
          value={flash?.values.typeKey ?? ticket.type.key}
          fault={flash?.fields.typeKey}
          options={[...gone, ...types].map(({ key, name }) => ({ value: key, label: inLocale(name, locale) }))}
        />
        <Button type="submit" size="sm" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </details>
  );
};

type TypeFieldProps = {
  label: string;
  hint: string;
  value: string;
  fault: Parameters<ReturnType<typeof usePhrase>>[0];
  options: readonly { value: string; label: string }[];
};

const TypeField = ({ label, hint, value, fault, options }: TypeFieldProps) => {
  const phrase = usePhrase();
  return (
    <Field id="refile-type" label={label} hint={hint} error={phrase(fault)}>
      {({ required: _, ...wiring }) => <Select {...wiring} name="typeKey" defaultValue={value} options={options} />}
    </Field>
  );
};
