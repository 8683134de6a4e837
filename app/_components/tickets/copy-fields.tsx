import { useTranslations } from 'next-intl';
import { Field, FieldError } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { KeptSelect } from '@/app/_forms/kept-select';
import type { FormState } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { PeopleOffered } from '@/domain/people/choice';
import { ColleaguePicker } from './colleague-picker';

/** The organisations of whoever writes, and the colleagues they could put in copy. */
export type Around = {
  organisations: readonly { id: string; name: string; productVersion: string | null }[];
} & PeopleOffered;
type Props = { around: Around; state: FormState };

/** For which organisation one writes: said where there is one, asked where there are several. */
export const OrganisationField = ({ around, state, onChoose }: Props & { onChoose: (id: string) => void }) => {
  const t = useTranslations('tickets.copy');
  const phrase = usePhrase();
  const tOpen = useTranslations('tickets.open');
  const [only] = around.organisations;
  if (!only) return null;
  if (around.organisations.length === 1) {
    return (
      <p className="text-ink-soft">
        {only.productVersion
          ? tOpen('writesForVersion', { organisation: only.name, version: only.productVersion })
          : tOpen('writesFor', { organisation: only.name })}
      </p>
    );
  }
  return (
    <Field
      id="organisationId"
      label={t('organisation')}
      hint={t('organisationHint')}
      error={phrase(state.fields.organisationId)}
    >
      {(wiring) => (
        <KeptSelect
          {...wiring}
          name="organisationId"
          options={around.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={state.values.organisationId ?? ''}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        />
      )}
    </Field>
  );
};

/** Colleagues to put in copy, picked or by address; nothing for those who have none. */
export const CopyFields = ({ around, state }: Props) => {
  const t = useTranslations('tickets.copy');
  const phrase = usePhrase();
  if (around.organisations.length === 0) return null;
  const chosen = (state.values.copyIds ?? '').split(',');
  const fault = phrase(state.fields.copyIds);
  return (
    <div className="grid gap-4">
      {around.people.length > 0 ? (
        <details
          open={chosen.some(Boolean) || undefined}
          className="rounded-md border border-line bg-surface px-4 py-3"
        >
          <summary className="cursor-pointer font-semibold">{t('pick')}</summary>
          <ColleaguePicker offered={around} chosen={chosen} turn={state.turn} />
          {fault ? <FieldError id="copyIds-error">{fault}</FieldError> : null}
        </details>
      ) : null}
      <Field id="copies" label={t('addresses')} hint={t('addressesHint')} error={phrase(state.fields.copies)} optional>
        {(wiring) => <Input {...wiring} name="copies" inputMode="email" defaultValue={state.values.copies} />}
      </Field>
    </div>
  );
};
