import { useTranslations } from 'next-intl';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { undoMany } from './actions';

type Done = RouterOutputs['tickets']['undoable'];
type BulkNoticeProps = {
  done: Done;
  token: string;
  locale: Locale;
  here: Record<string, string>;
  flash: Flash | null;
};

/** What an act over many requests has done, what it left and why, and the way back while there is one. */
export const BulkNotice = ({ done, token, locale, here, flash }: BulkNoticeProps) => {
  const t = useTranslations('desk.bulk');
  const say = useTranslations();
  if (done.undone) {
    return (
      <Callout tone="positive" role="status">
        <p>{t('undone')}</p>
      </Callout>
    );
  }
  return (
    <Callout tone={done.changed > 0 ? 'positive' : 'warning'} role="status">
      <FormMessage flash={flash} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          {t('changed', { count: done.changed })} {done.possible ? t('mailsWait') : null}
        </p>
        {done.possible ? (
          <form action={undoMany} data-key="undo">
            <HiddenFields locale={locale} />
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="address" value={new URLSearchParams(here).toString()} />
            <Button type="submit" size="sm" icon="undo">
              {t('undo')}
            </Button>
          </form>
        ) : null}
      </div>
      {done.left.length > 0 ? (
        <>
          <p>{t('left', { count: done.left.length })}</p>
          <ul>
            {done.left.map(({ number, why }) => (
              <li key={number}>
                <a href={`/${locale}/desk/${number}`}>#{number}</a> {say(why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Callout>
  );
};
