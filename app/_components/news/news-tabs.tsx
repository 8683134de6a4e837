import { useTranslations } from 'next-intl';
import { SubNav } from '@/app/_components/ui/subnav';
import type { Locale } from '@/domain/people/locale';

/** The two halves of the news: what changed in the product, and where to meet its people. */
export const NewsTabs = ({ locale, current }: { locale: Locale; current: 'news' | 'events' }) => {
  const t = useTranslations('news.tabs');
  return (
    <SubNav
      label={t('label')}
      className="mt-8"
      items={[
        { href: `/${locale}/news`, label: t('releases'), current: current === 'news' },
        { href: `/${locale}/events`, label: t('events'), current: current === 'events' },
      ]}
    />
  );
};
