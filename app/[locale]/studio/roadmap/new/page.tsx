import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ThemeForm } from '@/app/_components/roadmap/theme-form';
import { BackLink } from '@/app/_components/ui/back-link';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson } from '@/app/_trpc/server';
import { createTheme } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio.roadmap' });
  return { title: t('newTitle') };
};

export default async function NewThemePage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/studio/roadmap`;
  await grantedPerson('roadmap.create', `${here}/new`);
  const t = await getTranslations('studio.roadmap');
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader scale="work" above={<BackLink href={here}>{t('back')}</BackLink>} title={t('newTitle')} />
      <ThemeForm locale={locale} initial={{ horizon: 'next' }} action={createTheme} />
    </div>
  );
}
