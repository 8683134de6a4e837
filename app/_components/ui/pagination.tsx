import { useTranslations } from 'next-intl';
import { PageLinks } from './page-turner';

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
        <PageLinks previous={page > 1 ? href(page - 1) : null} next={page < pages ? href(page + 1) : null} />
      </span>
    </nav>
  );
};
