'use client';

import { useEffect, useRef } from 'react';
import { Callout } from '@/app/_components/ui/callout';
import type { FormState } from './state';
import { usePhrase } from './use-phrase';

/** What went wrong with the whole form, above it; the focus is led here when an answer comes back. */
export const FormProblem = ({ state, title }: { state: FormState; title: string }) => {
  const phrase = usePhrase();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.outcome === 'refused') place.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
  }, [state]);
  if (state.outcome !== 'refused') return null;
  return (
    <div ref={place}>
      <Callout tone="danger" role="alert" title={title}>
        <p>{phrase(state.problem)}</p>
      </Callout>
    </div>
  );
};
