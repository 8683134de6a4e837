import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';

type ArticleOriginProps = { title: string; path: string /** The same form without the article. */; without: string };

/** Says above the request form which article the request will mention. */
export const ArticleOrigin = ({ title, path, without }: ArticleOriginProps) => {
  const t = useTranslations('feedback.context');
  return (
    <Callout tone="neutral" icon="book-open" role="note" title={t('title')}>
      <p>
        <a href={path}>{title}</a>
      </p>
      <p>
        {t('text')} <a href={without}>{t('remove')}</a>
      </p>
    </Callout>
  );
};
