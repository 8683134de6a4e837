import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { REPORT_PERIODS, REPORT_UNITS } from '@/domain/reports/filter';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Select } from '../ui/select';

type Props = {
  base: string;
  locale: Locale;
  choices: RouterOutputs['reports']['choices'];
  /** What was typed, so that wrong dates stand there still. */
  typed: Record<string, string>;
};

type ChoiceProps = { name: string; options: { value: string; label: string }[]; value: string; any?: string };

const Choice = ({ name, options, value, any }: ChoiceProps) => {
  const t = useTranslations('reports.filter');
  return (
    <Field id={`report-${name}`} label={t(`${name}.label`)} className="min-w-0 max-sm:w-full sm:w-44">
      {({ required: _, ...wiring }) => (
        <Select {...wiring} name={name} options={options} placeholder={any} defaultValue={value} />
      )}
    </Field>
  );
};

/** Narrows all reports; a plain GET, so that what one sees has an address. The dates show where dates of one's own are chosen. */
export const ReportFilterForm = ({ base, locale, choices, typed }: Props) => {
  const t = useTranslations('reports.filter');
  const { filter, fault, teams, types, everything } = choices;
  const dates = { from: typed.from ?? filter.from, until: typed.until ?? filter.until };
  return (
    <search>
      <form action={base} autoComplete="off" className="group/period flex flex-wrap items-start gap-3">
        <Choice
          name="period"
          options={REPORT_PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
          value={filter.period}
        />
        <div className="hidden flex-wrap gap-3 group-has-[option[value=own]:checked]/period:flex">
          {(['from', 'until'] as const).map((end) => (
            <Field
              key={end}
              id={`report-${end}`}
              label={t(`${end}.label`)}
              error={end === 'from' && fault ? t(`faults.${fault}`) : undefined}
              className="max-w-52"
            >
              {({ required: _, ...wiring }) => <Input {...wiring} type="date" name={end} defaultValue={dates[end]} />}
            </Field>
          ))}
        </div>
        <Choice
          name="unit"
          options={REPORT_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
          value={filter.unit}
        />
        <Choice
          name="team"
          options={[
            ...teams.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
            ...(everything ? [{ value: 'none', label: t('team.none') }] : []),
          ]}
          value={filter.team ?? ''}
          any={t(everything ? 'team.any' : 'team.mine')}
        />
        <Choice
          name="type"
          options={types.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) }))}
          value={filter.type ?? ''}
          any={t('type.any')}
        />
        <Button type="submit" icon="filter" className="sm:mt-[1.665rem]">
          {t('submit')}
        </Button>
      </form>
    </search>
  );
};
