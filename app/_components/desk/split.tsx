import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SendingKey } from '@/app/_forms/sending-key';
import { TextField } from '@/app/_forms/text-field';
import type { Locale } from '@/domain/people/locale';
import { splitMessage } from './join-actions';

/** Makes a message of the customer's side the first of a request of its own. */
export const Split = async ({ locale, number, messageId }: { locale: Locale; number: number; messageId: string }) => {
  const t = await getTranslations('desk.split');
  const flash = await takeFlash(`split-${messageId}`);
  return (
    <details open={flash !== null} className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer text-accent underline decoration-accent-line">{t('title')}</summary>
      <form action={splitMessage} noValidate className="mt-3 grid max-w-form gap-4">
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="messageId" value={messageId} />
        <SendingKey value={randomUUID()} />
        {flash && Object.keys(flash.fields).length === 0 ? <FormMessage flash={flash} /> : null}
        <TextField
          id={`split-subject-${messageId}`}
          name="subject"
          label={t('subject')}
          hint={t('hint')}
          flash={flash}
          autoComplete="off"
        />
        <Button type="submit" size="sm" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </details>
  );
};
