import { useTranslations } from 'next-intl';
import { LinkButton } from '@/app/_components/ui/button';
import { AccountFrame } from './account-frame';

/** Shown for a one-time link that is used, late or unknown; `again` leads to where another is asked for, `path` is that of this page. */
export const GoneLink = ({ path, again }: { path: string; again: string }) => {
  const t = useTranslations('people.link.gone');
  return (
    <AccountFrame path={path} title={t('title')} lead={t('text')}>
      <LinkButton href={again} variant="primary" size="lg" className="justify-self-start">
        {t('again')}
      </LinkButton>
    </AccountFrame>
  );
};
