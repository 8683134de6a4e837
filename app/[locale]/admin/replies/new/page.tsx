import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReplyForm } from '@/app/_components/replies/reply-form';
import { BackLink } from '@/app/_components/ui/back-link';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, serverApi } from '@/app/_trpc/server';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'replies' });
  return { title: t('new') };
};

export default async function NewReplyPage(props: FormPageProps) {
  const { locale } = await pageInput(props);
  await grantedPerson('replies.create', `/${locale}/admin/replies/new`);
  const { teams } = await (await serverApi()).teams.list({});
  const t = await getTranslations('replies');
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        above={<BackLink href={`/${locale}/admin/replies`}>{t('title')}</BackLink>}
        title={t('new')}
      />
      <ReplyForm locale={locale} flash={await takeFlash('reply')} teams={teams} />
    </div>
  );
}
