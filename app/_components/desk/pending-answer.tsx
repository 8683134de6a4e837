'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Locale } from '@/domain/people/locale';
import { toast } from '../ui/toast';
import { takeBackReply } from './actions';
import { dropPending, notePending, type Pending, readPending } from './pending-store';

/** Notes on the page of a request that an answer waits, for the pages after it; not once it is gone from this one. */
export const PendingMark = ({ number, token }: { number: number; token: string }) => {
  useEffect(() => {
    notePending(number, token);
    return () => dropPending(token);
  }, [number, token]);
  return null;
};

/** Whoever goes on to the next request can still take back what they have just answered, from wherever they are at the desk. */
export const PendingAnswer = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('desk.compose');
  const path = usePathname();
  const form = useRef<HTMLFormElement>(null);
  const told = useRef('');
  const [pending, setPending] = useState<Pending | null>(null);
  useEffect(() => {
    const kept = readPending();
    const isElsewhere = kept !== null && !path.endsWith(`/desk/${kept.number}`);
    setPending(isElsewhere ? kept : null);
    if (!isElsewhere) return;
    const timer = window.setTimeout(() => setPending(null), kept.until - Date.now());
    return () => clearTimeout(timer);
  }, [path]);
  useEffect(() => {
    if (!pending || told.current === pending.token) return;
    told.current = pending.token;
    const run = () => form.current?.requestSubmit();
    toast(t('leavingElsewhere', { number: String(pending.number) }), { action: { label: t('takeBack'), run } });
  }, [pending, t]);
  if (!pending) return null;
  return (
    <form ref={form} action={takeBackReply} onSubmit={() => dropPending(pending.token)} data-key="take-back" hidden>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={pending.number} />
      <input type="hidden" name="token" value={pending.token} />
      <button type="submit">{t('takeBack')}</button>
    </form>
  );
};
