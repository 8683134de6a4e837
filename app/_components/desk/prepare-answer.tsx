'use client';

import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/app/_components/ui/button';
import { type Canned, tellCanned } from './canned-store';

type PrepareAnswerProps = { here: string; answer: Canned; children: ReactNode };

/**
 * Puts a prepared answer where one writes, beside what stands there already. Without scripts, and where a note is being
 * written, it comes with the page.
 */
export const PrepareAnswer = ({ here, answer, children }: PrepareAnswerProps) => {
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    if (!document.getElementById('body-reply')) return;
    event.preventDefault();
    tellCanned(answer);
  };
  return (
    <form action={`${here}#compose`} onSubmit={onSubmit} data-key="incident-over">
      <input type="hidden" name="compose" value="over" />
      <Button type="submit" icon="reply">
        {children}
      </Button>
    </form>
  );
};
