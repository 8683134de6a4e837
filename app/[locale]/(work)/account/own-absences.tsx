import { getTranslations } from 'next-intl/server';
import { AbsenceForm, AbsenceList } from '@/app/_components/teams/absences';
import { Section } from '@/app/_components/ui/section';
import { takeFlash } from '@/app/_forms/flash';
import { serverApi } from '@/app/_trpc/server';
import type { UserActor } from '@/domain/access/actor';
import type { Locale } from '@/domain/people/locale';
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
        <AbsenceForm locale={locale} flash={flash} add={addOwnAbsence} />
      </div>
    </Section>
  );
};
