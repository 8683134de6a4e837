'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { completenessOf, type Part } from '@/domain/tickets/completeness';
import { Icon } from '../ui/icon';
import type { AskedField } from './answer-field';
import { useWritten, type Written } from './use-written';

type MeterProps = {
  place: RefObject<HTMLFormElement | null>;
  initial: Written;
  turn: number;
  type: { asksCriticality: boolean; needsCompleteness: boolean; fields: readonly AskedField[] };
};

/** The id of the place in the form where a part is written. */
export const partId = (part: Part): string => {
  if (part.kind === 'field') return `part-field-${part.key}`;
  return part.kind === 'criticality' ? 'part-criticality' : part.kind;
};

/** What makes the request complete, what is missing and why it matters. Without a script it is a list to keep in mind. */
export const CompletenessMeter = ({ place, initial, turn, type }: MeterProps) => {
  const t = useTranslations('tickets.complete');
  const written = useWritten(place, initial, turn);
  const { missing, done, of } = completenessOf(type, written);
  const fieldOf = (key: string) => type.fields.find((field) => field.key === key);
  const words = (part: Part) =>
    part.kind === 'field'
      ? { label: fieldOf(part.key)?.label ?? '', why: fieldOf(part.key)?.why ?? '' }
      : { label: t(`${part.kind}.label`), why: t(`${part.kind}.why`) };
  return (
    <section aria-labelledby="completeness" className="rounded-lg border border-line bg-sunken px-5 py-4">
      <h2 id="completeness" className="text-base">
        {missing.length === 0 ? t('whole') : t('title', { done, of })}
      </h2>
      <progress aria-labelledby="completeness" max={of} value={done} className="progress mt-2" />
      {missing.length === 0 ? (
        <p className="mt-3 flex items-center gap-2 text-sm text-ink-soft">
          <Icon name="circle-check" size={18} className="text-positive" />
          {t('wholeText')}
        </p>
      ) : (
        <>
          <p className="mt-3 text-sm text-ink-soft">{t(type.needsCompleteness ? 'text' : 'textCalm')}</p>
          <ul className="mt-3 grid gap-2 text-sm">
            {missing.map((part) => {
              const { label, why } = words(part);
              return (
                <li key={partId(part)} className="flex items-start gap-2">
                  <Icon name="circle-dashed" size={16} className="mt-0.5 shrink-0 text-ink-faint" />
                  <span>
                    <a href={`#${partId(part)}`} className="font-medium">
                      {label}
                    </a>
                    {why ? <span className="block text-ink-soft">{why}</span> : null}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
};
