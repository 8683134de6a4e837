'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import type { Flash } from '@/app/_forms/flash';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { useOffer } from '@/app/_trpc/use-offer';
import type { Locale } from '@/domain/people/locale';
import type { TieKind } from '@/domain/tickets/ties';
import { useTieOptions } from './tie-options';

type Tieable = RouterOutputs['tickets']['tieable'];

type TieChoiceProps = {
  kind: TieKind;
  locale: Locale;
  number: number;
  /** What is offered first, or was looked for where no script runs (`find`). */
  offered: Pick<Tieable, 'incidents' | 'themes'>;
  find: string;
  /** What the request is tied to already, by id. */
  tied: readonly string[];
  flash: Flash | null;
  action: (form: FormData) => Promise<void>;
};

/** Looks for one among many as one types; without scripts by a plain GET. */
const Finder = ({
  kind,
  locale,
  number,
  find,
  look,
}: Omit<TieChoiceProps, 'offered' | 'tied' | 'flash' | 'action'> & { look: (text: string) => void }) => {
  const t = useTranslations('desk.ties');
  const tFinder = useTranslations('ui.finder');
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem(kind);
    if (field instanceof HTMLInputElement) look(field.value);
  };
  return (
    <search>
      <form action={`/${locale}/desk/${number}#ties`} onSubmit={onSubmit} className="flex items-end gap-2">
        <Field id={`tie-${kind}-find`} label={t(`${kind}.find`)} className="min-w-0 flex-1">
          {({ required: _, ...wiring }) => (
            <Input
              {...wiring}
              type="search"
              name={kind}
              defaultValue={find}
              maxLength={200}
              autoComplete="off"
              onInput={({ currentTarget }) => look(currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" size="sm" icon="search" square aria-label={tFinder('submit')} />
      </form>
    </search>
  );
};

/** Chooses what a request is tied to, and ties it. */
export const TieChoice = ({ kind, locale, number, offered, find, tied, flash, action }: TieChoiceProps) => {
  const t = useTranslations('desk.ties');
  const options = useTieOptions();
  const [found, setFound] = useState<Pick<Tieable, 'incidents' | 'themes'> | null>(null);
  const look = useOffer(
    (api, text) => api.tickets.tieable.query({ [kind]: text }),
    (answer) => setFound(answer),
  );
  const { incidents, themes } = found ?? offered;
  const all = kind === 'incident' ? options.incidents(incidents.rows) : options.themes(themes.rows);
  const choices = all.filter(({ value }) => !tied.includes(value));
  const hasMore = kind === 'incident' ? offered.incidents.more : offered.themes.more;
  return (
    <div className="mt-3 grid gap-4 rounded-md border border-line bg-surface p-4">
      {hasMore || find || found ? <Finder kind={kind} locale={locale} number={number} find={find} look={look} /> : null}
      <p role="status" className="sr-only">
        {found ? t('found', { count: choices.length }) : ''}
      </p>
      <form action={action} noValidate className="grid gap-4">
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="to" value={kind} />
        <SelectField
          id={`tie-${kind}`}
          name="id"
          label={t(`${kind}.kind`)}
          flash={flash}
          placeholder={t(choices.length > 0 ? `${kind}.choose` : `${kind}.nothing`)}
          options={choices}
          defaultValue=""
        />
        <Button type="submit" size="sm" icon="link" className="justify-self-start">
          {t(`${kind}.submit`)}
        </Button>
      </form>
    </div>
  );
};
