import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import type { Locale } from '@/domain/people/locale';
import { SEND_SECONDS } from '@/domain/tickets/messages';
import { takeBackReply } from './actions';
import { PendingMark } from './pending-answer';

/** The way back for an answer that has not left yet: a form, so that it needs no script. */
export const TakeBack = ({ locale, number, messageId }: { locale: Locale; number: number; messageId: string }) => {
  const t = useTranslations('desk.compose');
  return (
    <form action={takeBackReply} data-key="take-back" className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <HiddenFields locale={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="token" value={messageId} />
      <PendingMark number={number} token={messageId} />
      <p className="text-sm text-ink-soft">{t('leaving', { seconds: SEND_SECONDS })}</p>
      <Button type="submit" size="sm" icon="undo">
        {t('takeBack')}
      </Button>
    </form>
  );
};
