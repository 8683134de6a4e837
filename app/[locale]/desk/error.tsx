'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';

/** What is shown where a page of the desk could not be drawn: what happened, and a way to try again. */
export default function DeskError({ reset }: { reset: () => void }) {
  const t = useTranslations('desk.failed');
  return (
    <Callout tone="danger" role="alert" title={t('title')}>
      <p>{t('text')}</p>
      <Button size="sm" icon="refresh" onClick={reset}>
        {t('retry')}
      </Button>
    </Callout>
  );
}
