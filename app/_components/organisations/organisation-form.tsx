import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { LongTextField } from '@/app/_forms/long-text-field';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import { DEFAULT_DEGREE, VISIBILITY_DEGREES } from '@/domain/organisations/degrees';
import { ACCESS_MODES } from '@/domain/organisations/joining';
import type { Locale } from '@/domain/people/locale';
import { saveOrganisation } from './actions';
import type { Organisation } from './members';

type Props = { locale: Locale; flash: Flash | null; organisation?: Organisation };

/** What staff say of an organisation, new or known. */
export const OrganisationForm = ({ locale, flash, organisation }: Props) => {
  const t = useTranslations('organisations');
  const say = usePhrase();
  return (
    <form action={saveOrganisation} noValidate className="grid max-w-form gap-5">
      <HiddenFields locale={locale} />
      {organisation ? <input type="hidden" name="id" value={organisation.id} /> : null}
      <FormMessage flash={flash} />
      <TextField
        flash={flash}
        name="name"
        label={t('admin.name')}
        maxLength={120}
        autoComplete="off"
        defaultValue={organisation?.name}
      />
      <TextField
        flash={flash}
        name="productVersion"
        label={t('admin.version')}
        maxLength={60}
        autoComplete="off"
        optional
        defaultValue={organisation?.productVersion ?? ''}
      />
      <TextField
        flash={flash}
        name="domains"
        label={t('admin.domains')}
        hint={t('admin.domainsHint')}
        autoComplete="off"
        optional
        defaultValue={organisation?.domains.join(', ')}
      />
      <RadioGroup
        name="visibility"
        legend={t('admin.visibility')}
        error={say(flash?.fields.visibility)}
        options={VISIBILITY_DEGREES.map((value) => ({
          value,
          label: t(`degrees.${value}.label`),
          hint: t(`degrees.${value}.hint`),
        }))}
        defaultValue={flash?.values.visibility ?? organisation?.visibility ?? DEFAULT_DEGREE}
      />
      <RadioGroup
        name="access"
        legend={t('admin.access')}
        error={say(flash?.fields.access)}
        options={ACCESS_MODES.map((value) => ({ value, label: t(`access.${value}`), hint: t(`accessHints.${value}`) }))}
        defaultValue={flash?.values.access ?? organisation?.access ?? 'invitation'}
      />
      <LongTextField
        id="notes"
        name="notes"
        label={t('admin.notes')}
        hint={t('admin.notesHint')}
        flash={flash}
        rows={4}
        defaultValue={organisation?.notes ?? ''}
        optional
      />
      <Button type="submit" variant="primary" className="justify-self-start">
        {t(organisation ? 'admin.save' : 'admin.create')}
      </Button>
    </form>
  );
};
