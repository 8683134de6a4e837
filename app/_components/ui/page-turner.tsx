import { useTranslations } from 'next-intl';
import { withQuery } from '@/app/_forms/page-input';
import { LinkButton } from './button';

/** The links to the pages around this one; `null` where there is none. */
export const PageLinks = ({ previous, next }: { previous: string | null; next: string | null }) => {
  const t = useTranslations('ui.pagination');
  return (
    <>
      {previous ? (
        <LinkButton href={previous} rel="prev" size="sm" icon="chevron-left">
          {t('previous')}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton href={next} rel="next" size="sm" iconEnd="chevron-right">
          {t('next')}
        </LinkButton>
      ) : null}
    </>
  );
};

type PageTurnerProps = {
  /** The address of the list, and what narrows and sorts it. */
  base: string;
  query?: Record<string, string | null | undefined>;
  /** The places that the pages around this one end before and go on after. */
  previous: string | null;
  next: string | null;
};

/** Previous and next, for lists whose length is not counted. */
export const PageTurner = ({ base, query = {}, previous, next }: PageTurnerProps) => {
  const t = useTranslations('ui.pagination');
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('label')} className="flex justify-end gap-2">
      <PageLinks
        previous={previous && withQuery(base, { ...query, before: previous })}
        next={next && withQuery(base, { ...query, after: next })}
      />
    </nav>
  );
};
