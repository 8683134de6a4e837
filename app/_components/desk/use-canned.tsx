'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import type { FormState } from '@/app/_forms/state';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { setApart } from '@/domain/replies/inserting';
import { type Canned, hearCanned } from './canned-store';

/** Puts the words where one writes, as if they were typed there, so that the page follows. */
const insert = (field: HTMLTextAreaElement, words: string): void => {
  const { value, selectionStart: from, selectionEnd: until } = field;
  field.setRangeText(setApart(value.slice(0, from), words, value.slice(until)), from, until, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
};

const chooseStatus = (select: HTMLSelectElement, to: string): void => {
  if ([...select.options].some(({ value }) => value === to)) select.value = to;
};

/** Puts the canned replies that are chosen into a form; answers the last one, until the form is sent. */
export const useCanned = (
  place: RefObject<HTMLFormElement | null>,
  takes: boolean,
  state: FormState,
): Canned | null => {
  const [last, setLast] = useState<Canned | null>(null);
  useEffect(() => {
    if (!takes) return;
    return hearCanned((canned) => {
      const [field, status] = ['body', 'to'].map((name) => place.current?.elements.namedItem(name));
      if (!(field instanceof HTMLTextAreaElement)) return;
      insert(field, canned.body);
      if (canned.to && status instanceof HTMLSelectElement) chooseStatus(status, canned.to);
      setLast(canned);
    });
  }, [place, takes]);
  useEffect(() => {
    if (state.outcome === 'done') setLast(null);
  }, [state]);
  return last;
};

/** What a canned reply does besides what it says, before it is sent; the status is seen in its own field. */
export const CannedEffects = ({ canned: { team, tags } }: { canned: Canned }) => {
  const t = useTranslations('desk.canned');
  const locale = useLocale();
  const effects = [
    ...(team ? [t('effectTeam', { team: inLocale(team, isLocale(locale) ? locale : DEFAULT_LOCALE) })] : []),
    ...(tags.length > 0 ? [t('effectTags', { tags: tags.join(', ') })] : []),
  ];
  if (effects.length === 0) return null;
  return (
    <p role="status" className="text-sm text-ink-soft">
      {t('effects')} {effects.join(' · ')}
    </p>
  );
};
