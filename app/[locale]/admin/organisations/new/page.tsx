import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OrganisationForm } from '@/app/_components/organisations/organisation-form';
import { BackLink } from '@/app/_components/ui/back-link';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson } from '@/app/_trpc/server';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'organisations.admin' });
  return { title: t('new') };
};

export default async function NewOrganisationPage(props: FormPageProps) {
  const { locale } = await pageInput(props);
  await grantedPerson('organisations.create', `/${locale}/admin/organisations/new`);
  const t = await getTranslations('organisations.admin');
  const back = <BackLink href={`/${locale}/admin/organisations`}>{t('back')}</BackLink>;
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" above={back} title={t('new')} />
      <OrganisationForm locale={locale} flash={await takeFlash('organisation')} />
    </div>
  );
}
