import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { RESOLVE_NEEDS } from '@/domain/forms/resolving';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { saveType } from './actions';
import { BilingualFields } from './bilingual-fields';

type TypeFormProps = {
  type: RouterOutputs['forms']['showType'] | null;
  portals: RouterOutputs['forms']['show']['portals'];
  teams: RouterOutputs['forms']['show']['teams'];
  policies: RouterOutputs['forms']['show']['policies'];
  /** The portal a new type is for. */
  portal: string;
  locale: Locale;
  flash: Flash | null;
};

const MARKS = ['asksCriticality', 'needsCompleteness', 'needsReproduction', 'becomesIdea', 'active'] as const;

/** What a type of request says and asks, besides the fields of its form. */
export const TypeForm = ({ type, portals, teams, policies, portal, locale, flash }: TypeFormProps) => {
  const t = useTranslations('admin.types');
  const marks = type ? MARKS : MARKS.filter((mark) => mark !== 'active');
  return (
    <form action={saveType} className="grid gap-5" noValidate>
      <FormMessage flash={flash} />
      <HiddenFields locale={locale} />
      <input type="hidden" name="key" value={type?.key ?? ''} />
      <BilingualFields form="type" name="name" label={t('type.name')} value={type?.name} flash={flash} />
      <BilingualFields
        form="type"
        name="situation"
        label={t('type.situation')}
        hint={t('type.situationHint')}
        value={type?.situation}
        flash={flash}
      />
      <BilingualFields
        form="type"
        name="guidance"
        label={t('type.guidance')}
        hint={t('type.guidanceHint')}
        value={type?.guidance}
        flash={flash}
        rows={3}
      />
      <SelectField
        name="portal"
        label={t('type.portal')}
        flash={flash}
        defaultValue={type?.portal ?? portal}
        options={portals.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) }))}
      />
      <SelectField
        name="teamId"
        label={t('type.team')}
        hint={t('type.teamHint')}
        flash={flash}
        defaultValue={type?.teamId ?? ''}
        options={[
          { value: '', label: t('type.noTeam') },
          ...teams
            .filter(({ id, active }) => active || id === type?.teamId)
            .map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
        ]}
      />
      {policies.length > 1 ? (
        <SelectField
          name="policyKey"
          label={t('type.policy')}
          hint={t('type.policyHint')}
          flash={flash}
          defaultValue={type?.policyKey ?? ''}
          options={policies.map(({ key, name, isDefault }) => ({
            // The house's own is what a type without a choice goes by, whichever that is.
            value: isDefault ? '' : key,
            label: isDefault ? t('type.housePolicy', { policy: inLocale(name, locale) }) : inLocale(name, locale),
          }))}
        />
      ) : null}
      <div className="grid gap-3">
        {marks.map((mark) => (
          <Checkbox
            key={mark}
            id={`type-${mark}`}
            name={mark}
            value="1"
            label={t(`type.${mark}`)}
            hint={t(`type.${mark}Hint`)}
            defaultChecked={flash ? Boolean(flash.values[mark]) : (type?.[mark] ?? false)}
          />
        ))}
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">{t('type.resolveNeeds')}</legend>
        <p className="text-sm text-ink-soft">{t('type.resolveNeedsHint')}</p>
        {RESOLVE_NEEDS.map((need) => (
          <Checkbox
            key={need}
            id={`type-resolve-${need}`}
            name={`resolve-${need}`}
            value="1"
            label={t(`type.resolve.${need}`)}
            defaultChecked={
              flash ? Boolean(flash.values[`resolve-${need}`]) : (type?.resolveNeeds.includes(need) ?? false)
            }
          />
        ))}
      </fieldset>
      <Button type="submit" variant="primary" className="justify-self-start">
        {t(type ? 'save' : 'type.addButton')}
      </Button>
    </form>
  );
};
