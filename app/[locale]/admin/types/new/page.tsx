import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/app/_components/ui/back-link';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { TypeForm } from '../type-form';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'admin.types' });
  return { title: t('type.add') };
};

export default async function NewTypePage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/types`;
  await grantedPerson('forms.addType', here);
  const { portals, teams, policies } = await orNotFound((await serverApi()).forms.show({}), here);
  const t = await getTranslations('admin.types');
  const back = <BackLink href={here}>{t('back')}</BackLink>;
  return (
    <div className="grid max-w-4xl gap-8">
      <PageHeader scale="work" above={back} title={t('type.add')} lead={t('type.addLead')} />
      <TypeForm
        type={null}
        portals={portals}
        teams={teams}
        policies={policies}
        portal={query.portal ?? portals[0]?.key ?? ''}
        locale={locale}
        flash={await takeFlash('type')}
      />
    </div>
  );
}
