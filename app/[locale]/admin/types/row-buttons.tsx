import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import type { Locale } from '@/domain/people/locale';
import { moveRow, removeRow } from './actions';

type RowProps = {
  what: 'portal' | 'type' | 'field';
  id: string;
  name: string;
  locale: Locale;
  /** The page to come back to. */
  here: string;
};

/** One place up or down; the first and the last of a row lack the way that leads nowhere. */
export const MoveButtons = ({ first, last, ...row }: RowProps & { first: boolean; last: boolean }) => {
  const t = useTranslations('admin.types');
  return (
    <span className="flex gap-1">
      {(['up', 'down'] as const).map((way) => (
        <form key={way} action={moveRow}>
          <HiddenFields locale={row.locale} next={row.here} />
          <input type="hidden" name="what" value={row.what} />
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="way" value={way} />
          <Button
            type="submit"
            size="sm"
            variant="quiet"
            square
            icon={way === 'up' ? 'arrow-up' : 'arrow-down'}
            aria-label={t(`move.${way}`, { name: row.name })}
            disabled={way === 'up' ? first : last}
          />
        </form>
      ))}
    </span>
  );
};

/** Deleting, after a second thought; what is in use says so instead. */
export const RemoveButton = ({ inUse, ...row }: RowProps & { inUse: boolean }) => {
  const t = useTranslations('admin.types');
  if (inUse) return <p className="text-sm text-ink-soft">{t(`inUse.${row.what}`)}</p>;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-danger">{t('remove.open')}</summary>
      <form action={removeRow} className="mt-2 flex flex-wrap items-center gap-3">
        <HiddenFields locale={row.locale} next={row.here} />
        <input type="hidden" name="what" value={row.what} />
        <input type="hidden" name="id" value={row.id} />
        <p>{t('remove.sure', { name: row.name })}</p>
        <Button type="submit" size="sm" variant="danger">
          {t('remove.button')}
        </Button>
      </form>
    </details>
  );
};
