import { getTranslations } from 'next-intl/server';
import { AbsenceList } from '@/app/_components/teams/absences';
import { Button } from '@/app/_components/ui/button';
import { Section } from '@/app/_components/ui/section';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import { serverApi } from '@/app/_trpc/server';
import type { UserActor } from '@/domain/access/actor';
import type { Locale } from '@/domain/people/locale';
import { TEAM_LIMITS } from '@/domain/teams/teams';
import { addOwnAbsence, removeOwnAbsence } from './actions';

/** When one is away oneself: round robin passes by, and colleagues see it where they give requests. */
export const OwnAbsences = async ({ locale, person }: { locale: Locale; person: UserActor }) => {
  const t = await getTranslations('teams');
  const flash = await takeFlash('own-absence');
  const { absences } = await (await serverApi()).teams.list({});
  const own = absences.filter(({ userId }) => userId === person.id);
  return (
    <Section id="absences" title={t('absences.own')} className="border-t border-line pt-10">
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <div className="grid gap-4">
          <p>{t('absences.ownText')}</p>
          <AbsenceList absences={own} locale={locale} remove={removeOwnAbsence} />
        </div>
        <form action={addOwnAbsence} className="grid max-w-form gap-5" noValidate>
          <HiddenFields locale={locale} />
          <FormMessage flash={flash} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField flash={flash} name="fromDay" type="date" label={t('absences.from')} />
            <TextField flash={flash} name="untilDay" type="date" label={t('absences.until')} optional />
          </div>
          <TextField
            flash={flash}
            name="reason"
            label={t('absences.reason')}
            maxLength={TEAM_LIMITS.reason}
            autoComplete="off"
            optional
          />
          <Button type="submit" icon="plus" className="justify-self-start">
            {t('absences.add')}
          </Button>
        </form>
      </div>
    </Section>
  );
};
