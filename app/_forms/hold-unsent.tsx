'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { toast } from '@/app/_components/ui/toast';

/**
 * Keeps a form from being sent while the line is down: one that has no state of its own (`HiddenFields`) could not come back, and
 * the whole page would give way to an error with all that is typed in it. It stands in each frame of working pages.
 */
export const HoldUnsent = () => {
  const t = useTranslations('errors');
  useEffect(() => {
    const hold = (event: SubmitEvent): void => {
      const form = event.target;
      if (navigator.onLine || !(form instanceof HTMLFormElement) || !form.querySelector('[data-plain]')) return;
      event.preventDefault();
      event.stopPropagation();
      toast(t('notReached'), { tone: 'danger' });
    };
    // Before React hears of it.
    document.addEventListener('submit', hold, { capture: true });
    return () => document.removeEventListener('submit', hold, { capture: true });
  }, [t]);
  return null;
};
