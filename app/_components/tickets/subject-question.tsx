'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { isGenericSubject } from '@/domain/tickets/subjects';
import { Icon } from '../ui/icon';
import { useWritten, type Written } from './use-written';

type QuestionProps = { place: RefObject<HTMLFormElement | null>; initial: Written; turn: number };

/** Asks for more where the subject only says that something is wrong. A question beside the field, never a refusal. */
export const SubjectQuestion = ({ place, initial, turn }: QuestionProps) => {
  const t = useTranslations('tickets.open');
  const { subject = '' } = useWritten(place, initial, turn);
  return (
    <div role="status">
      {isGenericSubject(subject) ? (
        <p className="flex items-start gap-2 rounded-md bg-info-soft px-3 py-2 text-sm">
          <Icon name="circle-help" size={18} className="mt-0.5 shrink-0 text-info" />
          {t('genericSubject', { subject: subject.trim() })}
        </p>
      ) : null}
    </div>
  );
};
