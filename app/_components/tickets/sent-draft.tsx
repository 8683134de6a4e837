'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { type SentDraft as Sent, setSentAside, takeBackSent } from './kept-draft';

/** Under which type a draft is kept is the end of its key. */
const typeOf = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** To which address a visitor's request was written, and the way back to it with all that was typed where that is not theirs. */
export const SentDraft = ({ form }: { /** The address of the request form. */ form: string }) => {
  const t = useTranslations('tickets.open');
  const [sent, setSent] = useState<Sent | null>(null);
  useEffect(() => setSent(setSentAside()), []);
  const email = sent?.values.visitorEmail;
  if (!sent || !email) return null;
  const correct = () => {
    takeBackSent(sent);
    location.assign(`${form}?${new URLSearchParams({ type: typeOf(sent.key) })}`);
  };
  return (
    <div className="mt-4 grid justify-items-center gap-3" role="status">
      <p>
        {t.rich('confirmAddress', { email, strong: (words) => <strong className="wrap-anywhere">{words}</strong> })}
      </p>
      <Button size="sm" icon="pencil" onClick={correct}>
        {t('correctAddress')}
      </Button>
    </div>
  );
};
