import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Absences } from '@/app/_components/teams/absences';
import { TeamNotice } from '@/app/_components/teams/done-notice';
import { TeamTable } from '@/app/_components/teams/team-table';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'teams' });
  return { title: t('title') };
};

export default async function TeamsPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/teams`;
  await grantedPerson('teams.edit', here);
  const listed = await orNotFound((await serverApi()).teams.list({}), here);
  const absence = await takeFlash('absence');
  const t = await getTranslations('teams');
  return (
    <div className="grid gap-8">
      <PageHeader
        scale="work"
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href={`${here}/new`} variant="primary" icon="plus">
            {t('new')}
          </LinkButton>
        }
      />
      {absence ? null : <TeamNotice done={query.done} />}
      {listed.teams.length > 0 ? (
        <TeamTable teams={listed.teams} locale={locale} label={t('title')} />
      ) : (
        <EmptyState icon="users" title={t('empty')}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      )}
      <Section id="absences" title={t('absences.title')} className="border-t border-line pt-8">
        <Absences listed={listed} locale={locale} flash={absence} />
      </Section>
    </div>
  );
}
