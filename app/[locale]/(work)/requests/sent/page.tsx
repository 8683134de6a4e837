import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets.open' });
  return { title: t('sentTitle') };
};

/** What a visitor sees after sending: the number, and when to expect an answer. */
export default async function RequestSentPage(props: Props) {
  const locale = await pageLocale(props.params);
  const number = Number((await props.searchParams).number);
  const t = await getTranslations('tickets.open');
  return (
    <div className="mx-auto w-full max-w-form">
      <h1 className="sr-only">{t('sentTitle')}</h1>
      <EmptyState
        icon="circle-check"
        title={Number.isInteger(number) && number > 0 ? t('sent', { number: String(number) }) : t('sentTitle')}
        actions={
          <>
            <LinkButton href={`/${locale}/sign-up`}>{t('createAccount')}</LinkButton>
            <LinkButton href={`/${locale}`} variant="primary">
              {t('backHome')}
            </LinkButton>
          </>
        }
      >
        <p>{t('sentVisitorBody')}</p>
      </EmptyState>
    </div>
  );
}
