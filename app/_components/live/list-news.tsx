'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Icon } from '@/app/_components/ui/icon';

/**
 * Says politely that a list is not as it was any more, with the button that draws it anew. Over the list, and out of its
 * way: no row moves for it. `fresh` is how many requests are new to it; `null` where there is nothing to say.
 */
export const ListNews = ({ fresh, onShow }: { fresh: number | null; onShow: () => void }) => {
  const t = useTranslations('tickets.list.live');
  return (
    <div role="status" className="sticky top-3 z-20 grid h-px justify-items-center">
      {fresh === null ? null : (
        <p className="h-fit w-max flex items-center gap-3 rounded-full border border-accent-line bg-accent-soft py-1.5 ps-4 pe-2 text-sm font-medium shadow-float">
          <Icon name="refresh" size={16} />
          {fresh > 0 ? t('fresh', { count: fresh }) : t('changed')}
          <Button size="sm" variant="primary" onClick={onShow} data-key="show">
            {t('show')}
          </Button>
        </p>
      )}
    </div>
  );
};
