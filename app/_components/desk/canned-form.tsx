'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { tellCanned } from './canned-store';

type CannedFormProps = { number: number; here: string; children: ReactNode };

/** What the form asks for: the canned reply to insert, or `null` where one is looked for. */
const chosenIn = (form: HTMLFormElement): string | null => {
  const [chosen, find] = [form.elements.namedItem('reply'), form.elements.namedItem('find')];
  if (find instanceof HTMLInputElement && find.value !== find.defaultValue) return null;
  return chosen instanceof HTMLSelectElement && chosen.value ? chosen.value : null;
};

/**
 * Chooses a canned reply. It is put where one writes, beside what stands there already; without scripts, and where it cannot
 * be fetched, it comes with the page.
 */
export const CannedForm = ({ number, here, children }: CannedFormProps) => {
  const [isBusy, setBusy] = useState(false);
  const insert = async (form: HTMLFormElement, id: string): Promise<void> => {
    setBusy(true);
    try {
      const { streams } = await import('@/app/_trpc/streams');
      tellCanned(await streams.replies.fillIn.query({ id, number }));
    } catch {
      form.submit();
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    const id = chosenIn(event.currentTarget);
    if (id === null) return;
    event.preventDefault();
    if (!isBusy) void insert(event.currentTarget, id);
  };
  return (
    <form action={`${here}#compose`} onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
      {children}
    </form>
  );
};
