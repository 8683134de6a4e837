import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/app/_components/organisations/done-notice';
import { JoinQueue } from '@/app/_components/organisations/joining';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'organisations.joining.desk' });
  return { title: t('title') };
};

export default async function JoiningPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/desk/joining`;
  const person = await grantedPerson('tickets.queue', here);
  const { organisations } = await serverApi();
  const asked = await orNotFound(organisations.asked({}), here);
  const flash = await takeFlash('joining');
  const t = await getTranslations('organisations.joining.desk');
  // Where somebody else was quicker, the form that was sent is not there any more.
  const isGone = flash && !asked.some(({ id }) => id === flash.values.id);
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      {flash ? null : <DoneNotice done={query.done} />}
      {isGone ? <FormMessage flash={flash} /> : null}
      {asked.length === 0 ? (
        <EmptyState icon="user-plus" title={t('empty')}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      ) : (
        <JoinQueue
          asked={asked}
          locale={locale}
          here={here}
          flash={flash}
          named={isGranted('organisations.list', granteeOf(person)) ? 'linked' : 'plain'}
        />
      )}
    </div>
  );
}
