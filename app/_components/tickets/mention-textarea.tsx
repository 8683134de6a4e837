'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Avatar } from '@/app/_components/ui/avatar';
import { Textarea } from '@/app/_components/ui/textarea';
import { type Mentionable, mentionable, mentionBegun } from '@/domain/tickets/mentions';

type Offer = { from: number; people: readonly Mentionable[]; at: number };

type MentionTextareaProps = Omit<ComponentProps<typeof Textarea>, 'onKeyDown' | 'onInput' | 'onBlur'> & {
  people: readonly Mentionable[];
};

/** The people who match what is written after an `@`, and which of them is the next to be taken. */
const useOffer = (people: readonly Mentionable[]) => {
  const [offer, setOffer] = useState<Offer | null>(null);
  const look = (area: HTMLTextAreaElement): void => {
    const begun = mentionBegun(area.value, area.selectionStart);
    const found = begun ? mentionable(people, begun.typed) : [];
    setOffer(begun && found.length > 0 ? { from: begun.from, people: found, at: 0 } : null);
  };
  const step = (by: number): void => {
    setOffer((now) => now && { ...now, at: (now.at + by + now.people.length) % now.people.length });
  };
  return { offer, look, step, close: () => setOffer(null) };
};

/**
 * Where a note is written: `@` offers the people of the desk, by arrow keys, Enter and Escape, or by pointer. It stays a
 * text field all along, as assistive technology expects of one with several lines; the offer is told in a live region.
 */
export const MentionTextarea = ({ people, ...area }: MentionTextareaProps) => {
  const t = useTranslations('desk.mentions');
  const listId = useId();
  const written = useRef<HTMLTextAreaElement>(null);
  const { offer, look, step, close } = useOffer(people);
  const take = (person: Mentionable | undefined): void => {
    const field = written.current;
    if (!field || !offer || !person) return;
    field.setRangeText(`@${person.name} `, offer.from, field.selectionStart, 'end');
    field.focus();
    close();
  };
  const taken = () => take(offer?.people[offer.at]);
  const keys = new Map([
    ['ArrowDown', () => step(1)],
    ['ArrowUp', () => step(-1)],
    ['Enter', taken],
    ['Tab', taken],
    ['Escape', close],
  ]);
  const press = (event: KeyboardEvent): void => {
    const act = keys.get(event.key);
    if (!offer || !act || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className="relative">
      <Textarea
        {...area}
        ref={written}
        className="block w-full"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(offer ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${offer.at}` } : {})}
        onKeyDown={press}
        onInput={(event) => look(event.currentTarget)}
        onBlur={close}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('list')}
        hidden={!offer}
        className="absolute inset-x-0 top-full z-20 mt-1 max-w-80 overflow-hidden rounded-md border border-line bg-surface py-1 shadow-float"
      >
        {offer?.people.map((person, index) => (
          <div
            key={person.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === offer.at}
            className={clsx(
              'flex min-h-9 cursor-pointer items-center gap-2.5 px-3 text-sm',
              index === offer.at ? 'bg-accent-soft text-accent-strong' : 'hover:bg-hover',
            )}
            // Before the field loses the focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              take(person);
            }}
          >
            <Avatar name={person.name} size="sm" />
            {person.name}
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {offer ? t('found', { count: offer.people.length }) : null}
      </span>
    </div>
  );
};
