'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { useOffer } from '@/app/_trpc/use-offer';
import type { PeopleOffered } from '@/domain/people/choice';
import { useScripts } from './use-scripts';

type Person = PeopleOffered['people'][number];

/** What stands to be ticked: what was found last, after those ticked before who are not among it. */
const useColleagues = (first: PeopleOffered) => {
  const place = useRef<HTMLFieldSetElement>(null);
  const [shown, setShown] = useState<PeopleOffered & { kept: readonly Person[] }>({ ...first, kept: [] });
  const look = useOffer(
    (api, text) => api.tickets.colleagues.query({ text }),
    ({ people, more }) => {
      const ticked = [...(place.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])].map(
        ({ value }) => value,
      );
      const found = people.map(({ id }) => id);
      const stays = ({ id }: Person): boolean => ticked.includes(id) && !found.includes(id);
      setShown((now) => ({ people, more, kept: [...now.kept, ...now.people].filter(stays) }));
    },
  );
  return { place, shown, look };
};

type ColleaguePickerProps = { offered: PeopleOffered; chosen: readonly string[]; turn: number };

/** Colleagues to tick. Among many one looks for a name, and who is ticked stays; without scripts, the first of them. */
export const ColleaguePicker = ({ offered, chosen, turn }: ColleaguePickerProps) => {
  const t = useTranslations('tickets.copy');
  const awake = useScripts();
  const { place, shown, look } = useColleagues(offered);
  return (
    <div className="mt-3 grid gap-3">
      {offered.more && awake ? (
        <Field id="copy-find" label={t('find')} className="max-w-80">
          {({ required: _, ...wiring }) => (
            <Input
              {...wiring}
              type="search"
              autoComplete="off"
              maxLength={200}
              onInput={({ currentTarget }) => look(currentTarget.value)}
              onKeyDown={(event) => {
                // It looks while one types: the form is not meant.
                if (event.key === 'Enter') event.preventDefault();
              }}
            />
          )}
        </Field>
      ) : null}
      <fieldset key={turn} ref={place} className="grid max-h-72 gap-2.5 overflow-y-auto sm:grid-cols-2">
        <legend className="sr-only">{t('pick')}</legend>
        {[...shown.kept, ...shown.people].map((person) => (
          <Checkbox
            key={person.id}
            id={`copy-${person.id}`}
            name="copyIds"
            value={person.id}
            label={person.name}
            defaultChecked={chosen.includes(person.id)}
          />
        ))}
      </fieldset>
      {offered.more ? (
        <p role="status" className="text-sm text-ink-soft">
          {shown.people.length === 0
            ? t('findNobody')
            : shown.more
              ? t('findMore', { count: shown.people.length })
              : ''}
        </p>
      ) : null}
    </div>
  );
};
