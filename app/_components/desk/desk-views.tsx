import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { MOST_COUNTED } from '@/domain/tickets/list';
import { Button } from '../ui/button';
import { dropView } from './actions';
import { isSameAddress } from './address';

type Views = RouterOutputs['tickets']['views'];
type ViewLinkProps = { href: string; label: string; total: number | null; current: boolean };

const ViewLink = ({ href, label, total, current }: ViewLinkProps) => (
  <a
    href={href}
    aria-current={current ? 'page' : undefined}
    className="flex min-w-0 flex-1 items-baseline justify-between gap-3 rounded-md px-2.5 py-1.5 text-sm font-medium whitespace-nowrap text-ink-soft no-underline hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-ink"
  >
    <span className="truncate">{label}</span>
    {total === null ? null : (
      <span className="tabular text-xs font-normal text-ink-faint">
        {total >= MOST_COUNTED ? `${MOST_COUNTED}+` : total}
      </span>
    )}
  </a>
);

const LIST = 'flex gap-1 max-lg:overflow-x-auto lg:flex-col';

type DeskViewsProps = {
  views: Views;
  locale: Locale;
  base: string;
  /** The address that is shown, as its parts. */
  here: Record<string, string>;
  /** Whether the reader may take away shared views of others. */
  administers: boolean;
};

const Kept = ({ views, locale, base, here, administers }: DeskViewsProps) => {
  const t = useTranslations('desk.views');
  if (views.kept.length === 0) return null;
  return (
    <>
      <h2 className="px-2.5 text-xs font-semibold text-ink-faint max-lg:sr-only">{t('kept')}</h2>
      <ul className={LIST}>
        {views.kept.map((view) => (
          <li key={view.id} className="flex items-center">
            <ViewLink
              href={withQuery(base, view.address)}
              label={view.name}
              total={view.total}
              current={isSameAddress(view.address, here)}
            />
            {(view.own || administers) && isSameAddress(view.address, here) ? (
              <form action={dropView} className="shrink-0">
                <HiddenFields locale={locale} />
                <input type="hidden" name="id" value={view.id} />
                <input type="hidden" name="name" value={view.name} />
                <input type="hidden" name="address" value={new URLSearchParams(view.address).toString()} />
                <Button
                  type="submit"
                  size="sm"
                  variant="quiet"
                  square
                  icon="trash"
                  aria-label={t('remove', { name: view.name })}
                  title={view.shared ? t('sharedBy', { name: view.ownerName }) : undefined}
                />
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
};

/** The views of the list with their counts: at the side where there is room, above it on phones. */
export const DeskViews = (props: DeskViewsProps) => {
  const t = useTranslations('desk.views');
  const { views, base, here } = props;
  return (
    <nav aria-label={t('label')} className={clsx('grid min-w-0 content-start gap-3 lg:sticky lg:top-6')}>
      <ul className={LIST}>
        {views.shipped.map((view) => (
          <li key={view.key} className="flex">
            <ViewLink
              href={withQuery(base, view.address)}
              label={t(`shipped.${view.key}`)}
              total={view.total}
              current={isSameAddress(view.address, here)}
            />
          </li>
        ))}
      </ul>
      <Kept {...props} />
    </nav>
  );
};
