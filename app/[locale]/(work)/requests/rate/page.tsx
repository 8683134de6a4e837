import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RatingForm } from '@/app/_components/tickets/rating-form';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { passOver } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { RATINGS } from '@/domain/tickets/rating';
import { rateByMail } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'tickets.rating' });
  // The address holds a secret: no other site it leads to is told of it.
  return { title: t('page'), referrer: 'same-origin', robots: { index: false } };
};

const asked = async (token: string) => (await serverApi()).tickets.toRate({ token }).catch(passOver);

/** Where the answers of the mail about a resolved request lead: its reader rates it without signing in. */
export default async function RatePage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const token = (query.token ?? '').slice(0, 300);
  const found = await asked(token);
  const t = await getTranslations('tickets.rating');
  if (!found) {
    return (
      <div className="mx-auto w-full max-w-form">
        <h1 className="sr-only">{t('page')}</h1>
        <EmptyState
          icon="circle-x"
          title={t('gone')}
          actions={<LinkButton href={`/${locale}/requests`}>{t('list')}</LinkButton>}
        >
          <p>{t('goneText')}</p>
        </EmptyState>
      </div>
    );
  }
  const { number, subject, mayRate, given } = found;
  const chosen = RATINGS.find((rating) => rating === query.rating);
  const see = <LinkButton href={`/${locale}/requests/${number}`}>{t('see')}</LinkButton>;
  return (
    <div className="mx-auto grid w-full max-w-form gap-6">
      <PageHeader title={t('page')} lead={t('about', { number: String(number), subject })} />
      {mayRate ? (
        <>
          <RatingForm locale={locale} about={{ token }} given={given} chosen={chosen} action={rateByMail} />
          <p>{see}</p>
        </>
      ) : (
        <EmptyState icon="circle-x" title={t('over')} actions={see}>
          <p>{t('overText')}</p>
        </EmptyState>
      )}
    </div>
  );
}
