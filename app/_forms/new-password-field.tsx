import { useTranslations } from 'next-intl';
import { PASSWORD_LENGTH } from '@/domain/people/passwords';
import type { Flash } from './flash';
import { TextField } from './text-field';

type NewPasswordFieldProps = { flash: Flash | null; name?: string; label?: string };

/** Where somebody chooses a password; password managers offer one. */
export const NewPasswordField = ({ flash, name = 'password', label }: NewPasswordFieldProps) => {
  const t = useTranslations('people.fields');
  return (
    <TextField
      flash={flash}
      name={name}
      label={label ?? t('newPassword')}
      hint={t('passwordHint', { minimum: PASSWORD_LENGTH.min })}
      type="password"
      autoComplete="new-password"
      minLength={PASSWORD_LENGTH.min}
    />
  );
};
