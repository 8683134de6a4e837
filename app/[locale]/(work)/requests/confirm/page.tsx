import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExpectationWords } from '@/app/_components/tickets/expectation-words';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { passOver } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { confirmRequest } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'tickets.open' });
  // The address holds a secret: no other site it leads to is told of it.
  return { title: t('confirmPage'), referrer: 'same-origin', robots: { index: false } };
};

const waiting = async (token: string) => (await serverApi()).tickets.unconfirmed({ token }).catch(passOver);

const Gone = async ({ locale }: { locale: Locale }) => {
  const t = await getTranslations('tickets.open');
  const again = <LinkButton href={`/${locale}/requests/new`}>{t('writeAgain')}</LinkButton>;
  return (
    <EmptyState icon="circle-x" title={t('confirmGone')} actions={again}>
      <p>{t('confirmGoneText')}</p>
    </EmptyState>
  );
};

/** Where the link of a visitor's mail leads: a press on the button sends, as programs that only look at links must not. */
export default async function ConfirmRequestPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const token = (query.token ?? '').slice(0, 100);
  const found = token ? await waiting(token) : null;
  const t = await getTranslations('tickets.open');
  if (!found) {
    return (
      <div className="mx-auto w-full max-w-form">
        <h1 className="sr-only">{t('confirmPage')}</h1>
        <Gone locale={locale} />
      </div>
    );
  }
  if (found.number !== null) {
    return (
      <div className="mx-auto w-full max-w-form">
        <h1 className="sr-only">{t('sentTitle')}</h1>
        <EmptyState
          icon="circle-check"
          title={t('sent', { number: String(found.number) })}
          actions={
            <>
              <LinkButton href={`/${locale}/sign-up`}>{t('createAccount')}</LinkButton>
              <LinkButton href={`/${locale}`} variant="primary">
                {t('backHome')}
              </LinkButton>
            </>
          }
        >
          <p>
            {found.complete ? (
              <ExpectationWords expectation={found.expectation} fallback={t('sentVisitorBody')} />
            ) : (
              t('sentIncomplete')
            )}
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="mx-auto grid w-full max-w-form gap-6">
      <PageHeader
        title={t('confirmPage')}
        lead={t('confirmPageText', { subject: found.subject, email: found.email })}
      />
      <FormMessage flash={await takeFlash('confirm')} />
      <form action={confirmRequest}>
        <HiddenFields locale={locale} token={token} />
        <Button type="submit" variant="primary" size="lg" icon="send">
          {t('confirmButton')}
        </Button>
      </form>
    </div>
  );
}
