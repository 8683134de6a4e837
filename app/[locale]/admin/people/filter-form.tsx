import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Select } from '@/app/_components/ui/select';
import { ROLES } from '@/domain/people/roles';
import { ACCOUNT_STATES } from '@/domain/people/states';
import type { View } from './view-fields';

/** Narrows the list; a plain GET, so that a view has an address. No field has to be filled in. */
export const FilterForm = ({ view }: { view: View }) => {
  const t = useTranslations('people');
  const roles = ROLES.map((value) => ({ value, label: t(`roles.${value}`) }));
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <Field id="q" label={t('list.search')} className="w-64 max-w-full">
          {({ required: _, ...wiring }) => <Input {...wiring} type="search" name="q" defaultValue={view.q} />}
        </Field>
        <Field id="shown-role" label={t('fields.role')}>
          {({ required: _, ...wiring }) => (
            <Select {...wiring} name="role" options={roles} placeholder={t('list.anyRole')} defaultValue={view.role} />
          )}
        </Field>
        <Field id="shown-state" label={t('list.state')}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="state"
              options={ACCOUNT_STATES.map((value) => ({ value, label: t(`list.states.${value}`) }))}
              placeholder={t('list.anyState')}
              defaultValue={view.state}
            />
          )}
        </Field>
        <Button type="submit" icon="search">
          {t('list.filter')}
        </Button>
      </form>
    </search>
  );
};
