import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { FieldError } from '@/app/_components/ui/field';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { saveRhythm, saveSilence } from './actions';
import { CalendarForm } from './calendar-form';
import { LevelForm } from './level-form';
import { PolicyForm } from './policy-form';
import { PresetForm } from './preset-form';
import { Preview } from './preview';

type Shown = RouterOutputs['sla']['show'];
type PartProps = { shown: Shown; locale: Locale; flash: Flash | null };

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'admin.deadlines' });
  return { title: t('title') };
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const SILENCE = ['firstReminder', 'secondReminder', 'close', 'closeResolved'] as const;

const Rhythm = async ({ shown, locale, flash }: PartProps) => {
  const t = await getTranslations('admin.deadlines');
  const tAll = await getTranslations();
  const fault = flash?.fields.weekdays;
  return (
    <form action={saveRhythm} className="grid gap-4" noValidate>
      <FormMessage flash={flash} />
      <input type="hidden" name="locale" value={locale} />
      <fieldset className="grid gap-2" aria-describedby={fault ? 'weekdays-error' : undefined}>
        <legend className="mb-1.5 font-semibold">{t('rhythm.weekdays')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              id={`weekday-${day}`}
              name="weekdays"
              value={day}
              label={t(`weekday.${day}`)}
              defaultChecked={shown.rhythm.slots.some(({ weekday }) => weekday === day)}
            />
          ))}
        </div>
        {fault ? <FieldError id="weekdays-error">{tAll(fault.key, fault.data)}</FieldError> : null}
      </fieldset>
      <TextField
        name="at"
        label={t('rhythm.at')}
        flash={flash}
        defaultValue={shown.rhythm.slots[0]?.at ?? '12:00'}
        className="w-28"
      />
      <Button type="submit" className="justify-self-start">
        {t('rhythm.save')}
      </Button>
    </form>
  );
};

const Silence = async ({ shown, locale, flash }: PartProps) => {
  const t = await getTranslations('admin.deadlines.silence');
  return (
    <form action={saveSilence} className="grid gap-4" noValidate>
      <FormMessage flash={flash} />
      <input type="hidden" name="locale" value={locale} />
      <div className="fields-beside">
        {SILENCE.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            flash={flash}
            inputMode="numeric"
            defaultValue={String(shown.silence[name])}
          />
        ))}
      </div>
      <Button type="submit" className="justify-self-start">
        {t('save')}
      </Button>
    </form>
  );
};

const flashesOf = async (keys: readonly string[]): Promise<Map<string, Flash | null>> =>
  new Map(await Promise.all(keys.map(async (key) => [key, await takeFlash(key)] as const)));

export default async function DeadlinesPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/deadlines`;
  await grantedPerson('sla.show', here);
  const shown = await orNotFound((await serverApi()).sla.show({}), here);
  const t = await getTranslations('admin.deadlines');
  const levelForm = (key: string) => `level-${key}`;
  const policyForm = (key: string) => `policy-${key}`;
  const calendarForm = (key: string) => `calendar-${key}`;
  const flashes = await flashesOf([
    'rhythm',
    'silence',
    'preset',
    'remove',
    levelForm(''),
    policyForm(''),
    calendarForm(''),
    ...shown.levels.map(({ key }) => levelForm(key)),
    ...shown.policies.map(({ key }) => policyForm(key)),
    ...shown.calendars.map(({ key }) => calendarForm(key)),
  ]);
  const refused = [...flashes.values()].some((flash) => flash !== null);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-10">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <FormMessage flash={flashes.get('remove') ?? null} />
      {query.done && !refused ? (
        <Callout tone="positive" role="status">
          {t('saved')}
        </Callout>
      ) : null}
      <Section id="preview" title={t('preview.title')}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {shown.policies.map((policy) => (
            <div key={policy.key} className="grid grid-cols-[minmax(0,1fr)] gap-3">
              {shown.policies.length > 1 ? (
                <h3 className="text-base font-semibold">{inLocale(policy.name, locale)}</h3>
              ) : null}
              <p className="text-ink-soft">{t('preview.text', { calendar: inLocale(policy.calendarName, locale) })}</p>
              <Preview policy={policy} locale={locale} />
            </div>
          ))}
        </div>
      </Section>
      <Section id="levels" title={t('levels.title')}>
        <div className="grid gap-3">
          {shown.levels.map((level) => (
            <LevelForm
              key={level.key}
              level={level}
              locale={locale}
              flash={flashes.get(levelForm(level.key)) ?? null}
            />
          ))}
          <LevelForm level={null} locale={locale} flash={flashes.get(levelForm('')) ?? null} />
          <PresetForm locale={locale} flash={flashes.get('preset') ?? null} />
        </div>
      </Section>
      <Section id="policies" title={t('policies.title')}>
        <div className="grid gap-3">
          <p className="text-ink-soft">{t('policies.lead')}</p>
          {shown.policies.map((policy) => (
            <PolicyForm
              key={policy.key}
              policy={policy}
              shown={shown}
              locale={locale}
              flash={flashes.get(policyForm(policy.key)) ?? null}
            />
          ))}
          <PolicyForm policy={null} shown={shown} locale={locale} flash={flashes.get(policyForm('')) ?? null} />
        </div>
      </Section>
      <Section id="calendars" title={t('calendars.title')}>
        <div className="grid gap-3">
          {shown.calendars.map((one) => (
            <CalendarForm
              key={one.key}
              calendar={one}
              countries={shown.countries}
              locale={locale}
              flash={flashes.get(calendarForm(one.key)) ?? null}
            />
          ))}
          <CalendarForm
            calendar={null}
            countries={shown.countries}
            locale={locale}
            flash={flashes.get(calendarForm('')) ?? null}
          />
        </div>
      </Section>
      <Section id="rhythm" title={t('rhythm.title')}>
        <Rhythm shown={shown} locale={locale} flash={flashes.get('rhythm') ?? null} />
      </Section>
      <Section id="silence" title={t('silence.title')}>
        <Silence shown={shown} locale={locale} flash={flashes.get('silence') ?? null} />
      </Section>
    </div>
  );
}
