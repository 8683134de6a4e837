'use client';

import { type ComponentProps, useId, useState } from 'react';
import { useOffer } from '@/app/_trpc/use-offer';
import { Input } from '../ui/input';

type TagInputProps = Omit<ComponentProps<typeof Input>, 'list' | 'onInput' | 'onFocus' | 'autoComplete'>;

/** The tag that is being written, after those that stand before it. */
const partsOf = (written: string) => {
  const from = written.lastIndexOf(',') + 1;
  return { before: from === 0 ? '' : `${written.slice(0, from)} `, text: written.slice(from).trim() };
};

/** A field for tags, one or several between commas: those the desk uses are offered while one types. */
export const TagInput = (props: TagInputProps) => {
  const list = useId();
  const [offered, setOffered] = useState<readonly string[]>([]);
  const offer = useOffer(
    (api, written) => api.tickets.tags.query({ text: partsOf(written).text }),
    (names, written) => setOffered(names.map((name) => partsOf(written).before + name)),
  );
  return (
    <>
      <Input
        {...props}
        list={list}
        autoComplete="off"
        onInput={({ currentTarget }) => offer(currentTarget.value)}
        onFocus={({ currentTarget }) => offer(currentTarget.value)}
      />
      <datalist id={list}>
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
};
