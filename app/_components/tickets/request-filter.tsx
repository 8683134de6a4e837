import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Select } from '@/app/_components/ui/select';
import { TextLink } from '@/app/_components/ui/text-link';
import type { PeopleOffered } from '@/domain/people/choice';
import { LIST_SORTS, type ListScope, type ListSort } from '@/domain/tickets/list';
import { CUSTOMER_STATES, type CustomerState } from '@/domain/tickets/status';

/** What a list of requests is narrowed to and sorted by; all of it stands in the address. */
export type RequestView = {
  scope: ListScope;
  q: string;
  state?: CustomerState | undefined;
  type: string;
  person: string;
  /** A name to look for, where there are too many people to choose from. */
  who: string;
  sort: ListSort;
};

type Choice = { name: string; label: string; any?: string; value: string; options: { value: string; label: string }[] };

const Choices = ({ name, label, any, value, options }: Choice) => (
  <Field id={`filter-${name}`} label={label} className="w-full min-w-0 sm:w-auto sm:max-w-56">
    {({ required: _, ...wiring }) => (
      <Select {...wiring} name={name} options={options} placeholder={any} defaultValue={value} />
    )}
  </Field>
);

type RequestFilterProps = {
  view: RequestView;
  types: { value: string; label: string }[];
  choice: PeopleOffered;
  /** Address of the view without any of it; `null` where nothing is narrowed. */
  clear: string | null;
};

/** Narrows and sorts the list; a plain GET, so that what one sees has an address. */
export const RequestFilter = ({ view, types, choice, clear }: RequestFilterProps) => {
  const t = useTranslations('tickets');
  return (
    <search>
      <form className="grid grid-cols-2 items-end gap-x-3 gap-y-4 sm:flex sm:flex-wrap" autoComplete="off">
        {view.scope === 'own' ? null : <input type="hidden" name="scope" value={view.scope} />}
        <Field id="filter-q" label={t('list.search')} className="col-span-2 min-w-0 sm:min-w-48 sm:flex-1">
          {({ required: _, ...wiring }) => (
            <Input {...wiring} type="search" name="q" defaultValue={view.q} maxLength={200} />
          )}
        </Field>
        <Choices
          name="state"
          label={t('list.state')}
          any={t('state.all')}
          value={view.state ?? ''}
          options={CUSTOMER_STATES.map((value) => ({
            value,
            label: t(value === 'waiting' && view.scope !== 'own' ? 'state.waitingOthers' : `state.${value}`),
          }))}
        />
        <Choices name="type" label={t('list.type')} any={t('list.anyType')} value={view.type} options={types} />
        {choice.more ? (
          <Field id="filter-who" label={t('columns.requester')} className="w-full min-w-0 sm:w-40">
            {({ required: _, ...wiring }) => (
              <Input {...wiring} type="search" name="who" defaultValue={view.who} maxLength={200} />
            )}
          </Field>
        ) : choice.people.length > 0 ? (
          <Choices
            name="person"
            label={t('columns.requester')}
            any={t('list.anyone')}
            value={view.person}
            options={choice.people.map((person) => ({ value: person.id, label: person.name }))}
          />
        ) : null}
        <Choices
          name="sort"
          label={t('list.sort')}
          value={view.sort}
          options={LIST_SORTS.map((value) => ({ value, label: t(`list.sorts.${value}`) }))}
        />
        <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" icon="search" className="h-11">
            {t('list.submit')}
          </Button>
          {clear ? <TextLink href={clear}>{t('list.clear')}</TextLink> : null}
        </span>
      </form>
    </search>
  );
};
