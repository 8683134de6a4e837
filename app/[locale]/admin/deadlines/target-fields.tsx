import { useTranslations } from 'next-intl';
import type { Flash } from '@/app/_forms/flash';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { PolicyTargets } from '@/domain/sla/policy';
import { shapeOf, TARGET_SHAPES } from '@/domain/sla/written';
import { CLOCK_KINDS } from '@/domain/tickets/history';

type TargetFieldsProps = {
  /** Sets the ids apart where a page has several such forms. */
  form: string;
  /** What the fields' names begin with. */
  name: string;
  targets: PolicyTargets | null;
  flash: Flash | null;
};

/** What is promised for one level: for each clock a number and what it counts. */
export const TargetFields = ({ form, name, targets, flash }: TargetFieldsProps) => {
  const t = useTranslations('admin.deadlines');
  const tClock = useTranslations('tickets.deadlines.clock');
  return CLOCK_KINDS.map((clock) => {
    const { shape, amount } = shapeOf(targets?.[clock] ?? { kind: 'bestEffort' });
    return (
      <fieldset key={clock} className="grid items-start gap-4 sm:grid-cols-[11rem_1fr]">
        <legend className="mb-1.5 font-semibold">{tClock(clock)}</legend>
        <TextField
          id={`${form}-${clock}-amount`}
          name={`${name}.${clock}.amount`}
          label={t('levels.amount')}
          flash={flash}
          optional
          inputMode="numeric"
          defaultValue={amount === null ? '' : String(amount)}
        />
        <SelectField
          id={`${form}-${clock}-shape`}
          name={`${name}.${clock}.shape`}
          label={t('levels.shape')}
          flash={flash}
          defaultValue={shape}
          options={TARGET_SHAPES.map((value) => ({ value, label: t(`shapes.${value}`) }))}
        />
      </fieldset>
    );
  });
};
