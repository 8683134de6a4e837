import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import type { CommentSettings } from '@/domain/comments/rules';
import type { Locale } from '@/domain/people/locale';

type CommentSettingsFormProps = {
  locale: Locale;
  settings: CommentSettings;
  flash: Flash | null;
  action: (data: FormData) => Promise<void>;
};

/** What moderators decide for the whole site. */
export const CommentSettingsForm = ({ locale, settings, flash, action }: CommentSettingsFormProps) => {
  const t = useTranslations('comments.studio.settings');
  return (
    <details open={flash !== null} className="border-t border-line pt-5">
      <summary className="w-fit text-accent underline">{t('title')}</summary>
      <form action={action} noValidate className="mt-4 grid max-w-form gap-4">
        <HiddenFields locale={locale} />
        <FormMessage flash={flash} />
        <Checkbox
          id="trustApproved"
          name="trustApproved"
          label={t('trust')}
          hint={t('trustHint')}
          defaultChecked={settings.trustApproved}
        />
        <TextField
          flash={flash}
          name="reportLimit"
          type="number"
          min={1}
          max={50}
          label={t('limit')}
          hint={t('limitHint')}
          defaultValue={settings.reportLimit}
        />
        <Button type="submit" className="justify-self-start">
          {t('save')}
        </Button>
      </form>
    </details>
  );
};
