import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Day } from '@/app/_components/articles/day';
import { Button } from '@/app/_components/ui/button';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { TEAM_LIMITS } from '@/domain/teams/teams';
import { addAbsence, removeAbsence } from './actions';

type Listed = RouterOutputs['teams']['list'];

type AbsenceListProps = {
  absences: Listed['absences'];
  locale: Locale;
  remove: (form: FormData) => Promise<void>;
};

/** Periods off work, each with the way to take it back. */
export const AbsenceList = ({ absences, locale, remove }: AbsenceListProps) => {
  const t = useTranslations('teams.absences');
  if (absences.length === 0) return <p className="text-ink-soft">{t('none')}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {absences.map((absence) => (
        <li key={absence.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
          <div>
            <p className="font-medium">{absence.name}</p>
            <p className="text-sm text-ink-soft">
              {t.rich(absence.fromDay === absence.untilDay ? 'oneDay' : 'days', {
                from: () => <Day day={absence.fromDay} />,
                until: () => <Day day={absence.untilDay} />,
              })}
              {absence.reason ? ` · ${absence.reason}` : ''}
            </p>
          </div>
          <form action={remove}>
            <HiddenFields locale={locale} />
            <input type="hidden" name="id" value={absence.id} />
            <Button type="submit" size="sm" aria-label={t('removeOf', { name: absence.name })}>
              {t('remove')}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
};

type AbsenceFormProps = {
  locale: Locale;
  flash: Flash | null;
  add: (form: FormData) => Promise<void>;
  /** Asks whose absence it is, where that is not clear. */
  children?: ReactNode;
};

/** One more period off work. */
export const AbsenceForm = ({ locale, flash, add, children }: AbsenceFormProps) => {
  const t = useTranslations('teams.absences');
  return (
    <form action={add} className="grid max-w-form gap-5" noValidate>
      <HiddenFields locale={locale} />
      <FormMessage flash={flash} />
      {children}
      <div className="fields-beside">
        <TextField flash={flash} name="fromDay" type="date" label={t('from')} />
        <TextField flash={flash} name="untilDay" type="date" label={t('until')} optional />
      </div>
      <TextField
        flash={flash}
        name="reason"
        label={t('reason')}
        maxLength={TEAM_LIMITS.reason}
        autoComplete="off"
        optional
      />
      <Button type="submit" icon="plus" className="justify-self-start">
        {t('add')}
      </Button>
    </form>
  );
};

/** Who is away and when, and one more period. */
export const Absences = ({ listed, locale, flash }: { listed: Listed; locale: Locale; flash: Flash | null }) => {
  const t = useTranslations('teams.absences');
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <AbsenceList absences={listed.absences} locale={locale} remove={removeAbsence} />
      <AbsenceForm locale={locale} flash={flash} add={addAbsence}>
        <SelectField
          flash={flash}
          name="userId"
          label={t('person')}
          placeholder={t('choosePerson')}
          options={listed.people.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue=""
        />
      </AbsenceForm>
    </div>
  );
};
