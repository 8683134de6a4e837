import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { removePolicy, savePolicy } from './actions';
import { RemoveForm } from './remove-form';
import { TargetFields } from './target-fields';

type Shown = RouterOutputs['sla']['show'];
type PolicyFormProps = { policy: Shown['policies'][number] | null; shown: Shown; locale: Locale; flash: Flash | null };

/** One policy, folded away until it is to be changed or came back with a mistake. A new one begins with what the house promises. */
export const PolicyForm = ({ policy, shown, locale, flash }: PolicyFormProps) => {
  const t = useTranslations('admin.deadlines');
  const from = policy ?? shown.policies.find(({ isDefault }) => isDefault);
  const id = (name: string) => `policy-${policy?.key ?? 'new'}-${name}`;
  return (
    <details open={flash !== null} className="rounded-lg border border-line bg-surface p-4">
      <summary className="cursor-pointer font-semibold">
        {policy ? t('policies.edit', { policy: inLocale(policy.name, locale) }) : t('policies.add')}
        {policy?.isDefault ? <Badge className="ms-2">{t('policies.house')}</Badge> : null}
      </summary>
      <form action={savePolicy} className="mt-4 grid gap-5" noValidate>
        <FormMessage flash={flash} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="key" value={policy?.key ?? ''} />
        <div className="fields-beside">
          {(['fr', 'en'] as const).map((language) => (
            <TextField
              key={language}
              id={id(`name-${language}`)}
              name={`name.${language}`}
              label={t(`levels.name${language === 'fr' ? 'Fr' : 'En'}`)}
              flash={flash}
              optional={language === 'en'}
              defaultValue={policy?.name[language] ?? ''}
              lang={language}
            />
          ))}
        </div>
        <SelectField
          id={id('calendar')}
          name="calendar"
          label={t('policies.calendar')}
          flash={flash}
          defaultValue={from?.calendarKey ?? ''}
          options={shown.calendars.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) }))}
        />
        {policy?.isDefault ? (
          <p className="text-sm text-ink-soft">{t('policies.houseTargets')}</p>
        ) : (
          from?.levels.map((level) => (
            <fieldset key={level.key} className="grid gap-4 border-t border-line pt-4">
              <legend className="float-left mb-3 w-full text-lg font-semibold">
                {inLocale(level.name, locale)}
                {level.active ? null : <Badge className="ms-2">{t('levels.retired')}</Badge>}
              </legend>
              <TargetFields form={id(level.key)} name={`targets.${level.key}`} targets={level.targets} flash={flash} />
            </fieldset>
          ))
        )}
        <Button type="submit" className="justify-self-start">
          {t(policy ? 'policies.save' : 'policies.addButton')}
        </Button>
      </form>
      {policy ? (
        <RemoveForm
          action={removePolicy}
          id={policy.key}
          name={inLocale(policy.name, locale)}
          locale={locale}
          kept={policy.isDefault ? t('policies.houseStays') : policy.inUse ? t('policies.inUse') : null}
        />
      ) : null}
    </details>
  );
};
