'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';

/** What is shown where a working page could not be drawn: what happened, and a way to try again. */
export const PageFailed = ({ reset }: { reset: () => void }) => {
  const t = useTranslations('errors.page');
  return (
    <Callout tone="danger" role="alert" title={t('title')}>
      <p>{t('text')}</p>
      <Button size="sm" icon="refresh" onClick={reset}>
        {t('retry')}
      </Button>
    </Callout>
  );
};
