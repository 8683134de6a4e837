import { useTranslations } from 'next-intl';
import { Field } from '@/app/_components/ui/field';
import { Finder } from '@/app/_components/ui/finder';
import { Select } from '@/app/_components/ui/select';
import { ROLES } from '@/domain/people/roles';
import { ACCOUNT_STATES } from '@/domain/people/states';
import type { View } from './view-fields';

/** Narrows the list. No field has to be filled in. */
export const FilterForm = ({ view }: { view: View }) => {
  const t = useTranslations('people');
  const roles = ROLES.map((value) => ({ value, label: t(`roles.${value}`) }));
  return (
    <Finder label={t('list.search')} text={view.q} submit={t('list.filter')}>
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
    </Finder>
  );
};
