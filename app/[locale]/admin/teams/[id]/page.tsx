import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { removeTeam, setTeamAside } from '@/app/_components/teams/actions';
import { TeamNotice } from '@/app/_components/teams/done-notice';
import { TeamForm } from '@/app/_components/teams/team-form';
import { BackLink } from '@/app/_components/ui/back-link';
import { Button } from '@/app/_components/ui/button';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';

type Props = FormPageProps & { params: Promise<{ locale: string; id: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'teams' });
  return { title: t('title') };
};

export default async function TeamPage(props: Props) {
  const { locale, query } = await pageInput(props);
  const { id } = await props.params;
  const here = `/${locale}/admin/teams/${id}`;
  await grantedPerson('teams.edit', here);
  const { teams, people } = await orNotFound((await serverApi()).teams.list({}), here);
  const team = teams.find((one) => one.id === id) ?? notFound();
  const [facts, state] = [await takeFlash('team'), await takeFlash('team-state')];
  const t = await getTranslations('teams');
  return (
    <div className="grid gap-8">
      <PageHeader
        scale="work"
        above={<BackLink href={`/${locale}/admin/teams`}>{t('title')}</BackLink>}
        title={inLocale(team.name, locale)}
        {...(team.active ? {} : { lead: t('asideLead') })}
      />
      <FormMessage flash={state} />
      {facts || state ? null : <TeamNotice done={query.done} />}
      <TeamForm locale={locale} flash={facts} people={people} team={team} />
      <div className="flex max-w-form flex-wrap gap-x-10 gap-y-6 border-t border-line pt-8">
        <form action={setTeamAside} className="grid content-start gap-3">
          <HiddenFields locale={locale} />
          <input type="hidden" name="id" value={team.id} />
          <input type="hidden" name="aside" value={team.active ? '1' : ''} />
          {team.active ? <p className="text-sm text-ink-soft">{t('setAsideHint')}</p> : null}
          <Button type="submit" icon="archive" className="justify-self-start">
            {t(team.active ? 'setAside' : 'takeUp')}
          </Button>
        </form>
        <details open={state !== null}>
          <summary className="w-fit cursor-pointer text-danger">{t('remove')}</summary>
          <form action={removeTeam} className="mt-3 grid content-start gap-3">
            <HiddenFields locale={locale} />
            <input type="hidden" name="id" value={team.id} />
            <p className="text-sm text-ink-soft">{t('removeHint')}</p>
            <Button type="submit" variant="danger" icon="trash" className="justify-self-start">
              {t('removeForGood')}
            </Button>
          </form>
        </details>
      </div>
    </div>
  );
}
