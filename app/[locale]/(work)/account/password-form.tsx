import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { NewPasswordField } from '@/app/_forms/new-password-field';
import { TextField } from '@/app/_forms/text-field';
import type { Locale } from '@/domain/people/locale';
import { changePassword } from './actions';

type PasswordFormProps = { locale: Locale; flash: Flash | null; email: string };

export const PasswordForm = ({ locale, flash, email }: PasswordFormProps) => {
  const t = useTranslations('people');
  return (
    <form action={changePassword} noValidate className="grid max-w-form gap-5">
      <HiddenFields locale={locale} />
      {/* Password managers file the new password under this address. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <FormMessage flash={flash} />
      <TextField
        flash={flash}
        name="currentPassword"
        label={t('fields.currentPassword')}
        type="password"
        autoComplete="current-password"
      />
      <NewPasswordField flash={flash} name="newPassword" />
      <p className="text-sm text-ink-soft">{t('account.password.sessions')}</p>
      <Button type="submit" className="justify-self-start">
        {t('account.password.submit')}
      </Button>
    </form>
  );
};
