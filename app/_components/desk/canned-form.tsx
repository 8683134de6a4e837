'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { FieldError } from '@/app/_components/ui/field';
import { usePhrase } from '@/app/_forms/use-phrase';
import { problemOf } from '@/app/_trpc/problem-of';
import type { Phrase } from '@/domain/refusal';
import { tellCanned } from './canned-store';

type CannedFormProps = { number: number; here: string; children: ReactNode };

/** What the form asks for: the canned reply to insert, or `null` where one is looked for. */
const chosenIn = (form: HTMLFormElement): string | null => {
  const [chosen, find] = [form.elements.namedItem('reply'), form.elements.namedItem('find')];
  if (find instanceof HTMLInputElement && find.value !== find.defaultValue) return null;
  return chosen instanceof HTMLSelectElement && chosen.value ? chosen.value : null;
};

/**
 * Chooses a canned reply. It is put where one writes, beside what stands there already; without scripts it comes with the
 * page. Where it cannot be fetched this says why: a page that came in its place would take what is written there along.
 */
export const CannedForm = ({ number, here, children }: CannedFormProps) => {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Phrase | null>(null);
  const phrase = usePhrase();
  const insert = async (id: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { streams } = await import('@/app/_trpc/streams');
      tellCanned(await streams.replies.fillIn.query({ id, number }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    const id = chosenIn(event.currentTarget);
    if (id === null) return;
    event.preventDefault();
    if (!isBusy) void insert(id);
  };
  return (
    <form action={`${here}#compose`} onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
      {children}
      {problem ? (
        <div role="alert" className="basis-full">
          <FieldError id="canned-error">{phrase(problem)}</FieldError>
        </div>
      ) : null}
    </form>
  );
};
