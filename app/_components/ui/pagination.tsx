import { useTranslations } from 'next-intl';
import { LinkButton } from './button';

type PaginationProps = {
  page: number;
  pages: number;
  /** Address of a page, counted from 1. */
  href: (page: number) => string;
};

export const Pagination = ({ page, pages, href }: PaginationProps) => {
  const t = useTranslations('ui');
  if (pages < 2) return null;
  return (
    <nav aria-label={t('pagination.label')} className="flex items-center justify-between gap-4">
      <span className="tabular text-sm text-ink-soft">{t('pagination.position', { page, pages })}</span>
      <span className="flex gap-2">
        {page > 1 ? (
          <LinkButton href={href(page - 1)} rel="prev" size="sm" icon="chevron-left">
            {t('pagination.previous')}
          </LinkButton>
        ) : null}
        {page < pages ? (
          <LinkButton href={href(page + 1)} rel="next" size="sm" iconEnd="chevron-right">
            {t('pagination.next')}
          </LinkButton>
        ) : null}
      </span>
    </nav>
  );
};
