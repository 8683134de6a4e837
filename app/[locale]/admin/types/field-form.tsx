import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { FIELD_KINDS, FIELD_NEEDS, writeOptions } from '@/domain/forms/fields';
import type { Locale } from '@/domain/people/locale';
import { saveField } from './actions';
import { BilingualFields } from './bilingual-fields';

type FormsField = RouterOutputs['forms']['showType']['fields'][number];
type FieldFormProps = { field: FormsField | null; typeKey: string; locale: Locale; flash: Flash | null };

/** One field of a form: its kind, its words, how much it is needed, what there is to choose from. */
export const FieldForm = ({ field, typeKey, locale, flash }: FieldFormProps) => {
  const t = useTranslations('admin.types');
  const say = usePhrase();
  const form = `field-${field?.id ?? ''}`;
  return (
    <form action={saveField} className="grid gap-5" noValidate>
      <FormMessage flash={flash} />
      <HiddenFields locale={locale} />
      <input type="hidden" name="id" value={field?.id ?? ''} />
      <input type="hidden" name="typeKey" value={typeKey} />
      <BilingualFields form={form} name="label" label={t('field.label')} value={field?.label} flash={flash} />
      <div className="fields-beside">
        <SelectField
          id={`${form}-kind`}
          name="kind"
          label={t('field.kind')}
          flash={flash}
          defaultValue={field?.kind ?? 'text'}
          options={FIELD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <SelectField
          id={`${form}-need`}
          name="need"
          label={t('field.need')}
          flash={flash}
          defaultValue={field?.need ?? 'expected'}
          options={FIELD_NEEDS.map((value) => ({ value, label: t(`needs.${value}`) }))}
        />
      </div>
      <BilingualFields
        form={form}
        name="help"
        label={t('field.help')}
        value={field?.help}
        flash={flash}
        rows={2}
        optional
      />
      <BilingualFields
        form={form}
        name="why"
        label={t('field.why')}
        hint={t('field.whyHint')}
        value={field?.why}
        flash={flash}
        rows={2}
        optional
      />
      <Field
        id={`${form}-options`}
        label={t('field.options')}
        hint={t('field.optionsHint')}
        error={say(flash?.fields.options)}
        optional
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            name="options"
            rows={4}
            defaultValue={flash?.values.options ?? writeOptions(field?.options ?? [])}
          />
        )}
      </Field>
      {field ? (
        <Checkbox
          id={`${form}-active`}
          name="active"
          value="1"
          label={t('field.active')}
          hint={t('field.activeHint')}
          defaultChecked={flash ? Boolean(flash.values.active) : field.active}
        />
      ) : null}
      <Button type="submit" className="justify-self-start">
        {t(field ? 'save' : 'field.addButton')}
      </Button>
    </form>
  );
};
