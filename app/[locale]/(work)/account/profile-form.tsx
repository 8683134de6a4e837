import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import { PUBLIC_NAMES, type PublicName, publicNameOf } from '@/domain/comments/names';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { TIME_ZONES } from '@/domain/people/time-zones';
import { saveProfile } from './actions';

type ProfileFormProps = {
  locale: Locale;
  flash: Flash | null;
  profile: { name: string; locale: Locale; timeZone: string; publicName: PublicName };
};

export const ProfileForm = ({ locale, flash, profile }: ProfileFormProps) => {
  const t = useTranslations('people');
  const tComments = useTranslations('comments');
  return (
    <form action={saveProfile} noValidate className="grid max-w-form gap-5">
      <HiddenFields locale={locale} />
      <FormMessage flash={flash} />
      <TextField
        flash={flash}
        name="name"
        label={t('fields.name')}
        autoComplete="name"
        maxLength={120}
        defaultValue={profile.name}
      />
      <SelectField
        flash={flash}
        name="language"
        label={t('fields.locale')}
        hint={t('fields.localeHint')}
        options={LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))}
        defaultValue={profile.locale}
      />
      <SelectField
        flash={flash}
        name="timeZone"
        label={t('fields.timeZone')}
        hint={t('fields.timeZoneHint')}
        options={[...new Set([...TIME_ZONES, profile.timeZone])].map((value) => ({
          value,
          label: value.replaceAll('_', ' '),
        }))}
        defaultValue={profile.timeZone}
      />
      <SelectField
        flash={flash}
        name="publicName"
        label={tComments('publicName')}
        hint={tComments('publicNameHint')}
        options={PUBLIC_NAMES.map((value) => ({ value, label: publicNameOf(profile.name, value, false) }))}
        defaultValue={profile.publicName}
      />
      <Button type="submit" variant="primary" className="justify-self-start">
        {t('account.profile.submit')}
      </Button>
    </form>
  );
};
