import { useTranslations } from 'next-intl';
import { LinkButton } from '@/app/_components/ui/button';

/** Previous and next, for lists whose length is not counted. */
export const PageTurner = ({ previous, next }: { previous: string | null; next: string | null }) => {
  const t = useTranslations('tickets.pages');
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('label')} className="flex justify-end gap-2">
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
    </nav>
  );
};
