'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { Callout } from '@/app/_components/ui/callout';
import type { FormState } from '@/app/_forms/state';
import type { Said } from './said';

const idsOf = (others: readonly Said[]): ReadonlySet<string> => new Set(others.map(({ id }) => id));

/** What others have said since one began to write, or since the form came with a text in it; once it is sent it begins anew. */
export const useMeanwhile = (others: readonly Said[], { state, filled }: { state: FormState; filled: boolean }) => {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(filled ? idsOf(others) : null);
  useEffect(() => {
    if (state.outcome === 'done') setKnown(null);
  }, [state]);
  const onInput = ({ target }: FormEvent<HTMLFormElement>): void => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    if (target.value.trim() === '') setKnown(null);
    else setKnown((before) => before ?? idsOf(others));
  };
  return { news: known ? others.filter(({ id }) => !known.has(id)) : [], onInput };
};

/** A word before sending that somebody else was quicker, and the way to what they said. */
export const Meanwhile = ({ news }: { news: readonly Said[] }) => {
  const t = useTranslations('tickets.live');
  const tConversation = useTranslations('tickets.conversation');
  const last = news.at(-1);
  return (
    <div role="status">
      {last ? (
        <Callout
          tone="warning"
          title={t(last.internal ? 'notedMeanwhile' : 'answeredMeanwhile', {
            name: last.name ?? tConversation('system'),
          })}
        >
          <p>
            {t('readFirst')} <a href={`#message-${last.id}`}>{t(last.internal ? 'readNote' : 'readAnswer')}</a>
          </p>
        </Callout>
      ) : null}
    </div>
  );
};
