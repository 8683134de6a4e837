import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkCard } from '@/app/_components/ui/card';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson } from '@/app/_trpc/server';

type Props = { params: Promise<{ locale: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'admin' });
  return { title: t('title') };
};

export default async function AdminPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/admin`;
  await grantedPerson('people.list', here);
  const t = await getTranslations('admin');
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <LinkCard href={`${here}/people`} icon="users" heading="h2" title={t('cards.people.title')}>
          {t('cards.people.text')}
        </LinkCard>
        <LinkCard href={`${here}/teams`} icon="life-buoy" heading="h2" title={t('cards.teams.title')}>
          {t('cards.teams.text')}
        </LinkCard>
        <LinkCard href={`${here}/types`} icon="square-pen" heading="h2" title={t('cards.types.title')}>
          {t('cards.types.text')}
        </LinkCard>
        <LinkCard href={`${here}/blocked`} icon="shield" heading="h2" title={t('cards.blocked.title')}>
          {t('cards.blocked.text')}
        </LinkCard>
        <LinkCard href={`${here}/replies`} icon="message-text" heading="h2" title={t('cards.replies.title')}>
          {t('cards.replies.text')}
        </LinkCard>
        <LinkCard href={`${here}/tags`} icon="tag" heading="h2" title={t('cards.tags.title')}>
          {t('cards.tags.text')}
        </LinkCard>
        <LinkCard href={`${here}/deadlines`} icon="clock" heading="h2" title={t('cards.deadlines.title')}>
          {t('cards.deadlines.text')}
        </LinkCard>
        <LinkCard href={`${here}/organisations`} icon="home" heading="h2" title={t('cards.organisations.title')}>
          {t('cards.organisations.text')}
        </LinkCard>
        <LinkCard href={`${here}/mail`} icon="mail" heading="h2" title={t('cards.mail.title')}>
          {t('cards.mail.text')}
        </LinkCard>
        <LinkCard href={`${here}/audit`} icon="file-text" heading="h2" title={t('cards.audit.title')}>
          {t('cards.audit.text')}
        </LinkCard>
      </div>
    </div>
  );
}
