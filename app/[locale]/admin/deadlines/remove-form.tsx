import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import type { Locale } from '@/domain/people/locale';

type RemoveFormProps = {
  action: (data: FormData) => Promise<void>;
  id: string;
  name: string;
  locale: Locale;
  /** Why it stays; `null` where it may go. */
  kept: string | null;
};

/** Deleting a level or a calendar, after a second thought. */
export const RemoveForm = ({ action, id, name, locale, kept }: RemoveFormProps) => {
  const t = useTranslations('admin.deadlines.remove');
  if (kept) return <p className="mt-4 text-sm text-ink-soft">{kept}</p>;
  return (
    <details className="mt-4 text-sm">
      <summary className="cursor-pointer text-danger">{t('open')}</summary>
      <form action={action} className="mt-2 flex flex-wrap items-center gap-3">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="key" value={id} />
        <p>{t('sure', { name })}</p>
        <Button type="submit" size="sm" variant="danger">
          {t('button')}
        </Button>
      </form>
    </details>
  );
};
