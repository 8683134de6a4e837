import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SentDraft } from '@/app/_components/tickets/sent-draft';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = { params: Promise<{ locale: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets.open' });
  return { title: t('confirmTitle') };
};

/** What a visitor sees after sending: the request waits for the link in their mail. */
export default async function RequestSentPage(props: Props) {
  const locale = await pageLocale(props.params);
  const t = await getTranslations('tickets.open');
  return (
    <div className="mx-auto w-full max-w-form">
      <h1 className="sr-only">{t('confirmPage')}</h1>
      <EmptyState
        icon="mail"
        title={t('confirmTitle')}
        actions={<LinkButton href={`/${locale}`}>{t('backHome')}</LinkButton>}
      >
        <p>{t('confirmBody')}</p>
        <p className="mt-2">{t('confirmMissing')}</p>
        <SentDraft form={`/${locale}/requests/new`} />
      </EmptyState>
    </div>
  );
}
