import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { TIME_ZONES } from '@/domain/people/time-zones';
import { writeDays, writeSpans } from '@/domain/sla/written';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import { removeCalendar, saveCalendar } from './actions';
import { RemoveForm } from './remove-form';

type Shown = RouterOutputs['sla']['show'];
type CalendarFormProps = {
  calendar: Shown['calendars'][number] | null;
  countries: Shown['countries'];
  locale: Locale;
  flash: Flash | null;
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const choices = (known: readonly { key: string; name: string }[], nothing: string) => [
  { value: '', label: nothing },
  ...known.map(({ key, name }) => ({ value: key, label: name })),
];

/** One business calendar: hours as people write them, whose holidays, days of its own. */
export const CalendarForm = ({ calendar, countries, locale, flash }: CalendarFormProps) => {
  const t = useTranslations('admin.deadlines');
  const phrase = usePhrase();
  const id = (name: string) => `calendar-${calendar?.key ?? 'new'}-${name}`;
  const days = (name: 'daysOff' | 'openDays') => (
    <Field
      id={id(name)}
      label={t(`calendars.${name}`)}
      hint={t(`calendars.${name}Hint`)}
      error={phrase(flash?.fields[name])}
      optional
    >
      {(wiring) => (
        <Textarea
          {...wiring}
          name={name}
          rows={4}
          defaultValue={flash?.values[name] ?? writeDays(calendar?.[name] ?? [])}
        />
      )}
    </Field>
  );
  return (
    <details open={flash !== null} className="rounded-lg border border-line bg-surface p-4">
      <summary className="cursor-pointer font-semibold">
        {calendar ? t('calendars.edit', { calendar: inLocale(calendar.name, locale) }) : t('calendars.add')}
      </summary>
      <form action={saveCalendar} className="mt-4 grid gap-5" noValidate>
        <FormMessage flash={flash} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="key" value={calendar?.key ?? ''} />
        <div className="fields-beside">
          <TextField
            id={id('name-fr')}
            name="name.fr"
            label={t('calendars.nameFr')}
            flash={flash}
            defaultValue={calendar?.name.fr}
          />
          <TextField
            id={id('name-en')}
            name="name.en"
            label={t('calendars.nameEn')}
            flash={flash}
            optional
            defaultValue={calendar?.name.en ?? ''}
          />
          <SelectField
            id={id('zone')}
            name="timeZone"
            label={t('calendars.timeZone')}
            flash={flash}
            defaultValue={calendar?.timeZone ?? SHIPPED_ZONE}
            options={TIME_ZONES.map((value) => ({ value, label: value }))}
          />
          <SelectField
            id={id('country')}
            name="country"
            label={t('calendars.country')}
            flash={flash}
            defaultValue={calendar?.country ?? ''}
            options={choices(countries, t('calendars.noCountry'))}
          />
          {calendar && calendar.regions.length > 0 ? (
            <SelectField
              id={id('region')}
              name="region"
              label={t('calendars.region')}
              flash={flash}
              defaultValue={calendar.region ?? ''}
              options={choices(calendar.regions, t('calendars.noRegion'))}
            />
          ) : null}
        </div>
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-semibold">{t('calendars.hours')}</legend>
          <p className="text-sm text-ink-soft">{t('calendars.hoursHint')}</p>
          <div className="fields-beside">
            {WEEKDAYS.map((day) => (
              <TextField
                key={day}
                id={id(`hours-${day}`)}
                name={`hours.${day}`}
                label={t(`weekday.${day}`)}
                flash={flash}
                optional
                defaultValue={writeSpans(calendar?.week[day - 1] ?? [])}
              />
            ))}
          </div>
        </fieldset>
        {days('daysOff')}
        {days('openDays')}
        <Button type="submit" className="justify-self-start">
          {t(calendar ? 'calendars.save' : 'calendars.addButton')}
        </Button>
      </form>
      {calendar ? (
        <RemoveForm
          action={removeCalendar}
          id={calendar.key}
          name={inLocale(calendar.name, locale)}
          locale={locale}
          kept={calendar.inUse ? t('calendars.inUse') : null}
        />
      ) : null}
    </details>
  );
};
