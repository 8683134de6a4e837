import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';
import type { Locale } from '@/domain/people/locale';

/** Over an article that stands in for its missing translation: which language it is in, and where it is at home. */
export const StandInNotice = ({ original }: { original: { locale: Locale; path: string } }) => {
  const t = useTranslations('articles.standIn');
  return (
    <Callout tone="info" icon="languages" role="note" title={t(`title.${original.locale}`)} className="mt-6">
      <p>
        {t(`text.${original.locale}`)}{' '}
        <a href={original.path} lang={original.locale} hrefLang={original.locale}>
          {t(`link.${original.locale}`)}
        </a>
      </p>
    </Callout>
  );
};
