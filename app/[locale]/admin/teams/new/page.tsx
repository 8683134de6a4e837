import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TeamForm } from '@/app/_components/teams/team-form';
import { BackLink } from '@/app/_components/ui/back-link';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'teams' });
  return { title: t('new') };
};

export default async function NewTeamPage(props: FormPageProps) {
  const { locale } = await pageInput(props);
  const here = `/${locale}/admin/teams/new`;
  await grantedPerson('teams.create', here);
  const { people } = await orNotFound((await serverApi()).teams.list({}), here);
  const t = await getTranslations('teams');
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        above={<BackLink href={`/${locale}/admin/teams`}>{t('title')}</BackLink>}
        title={t('new')}
      />
      <TeamForm locale={locale} flash={await takeFlash('team')} people={people} />
    </div>
  );
}
