import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountFrame } from '@/app/_components/people/account-frame';
import { SentNotice } from '@/app/_components/people/sent-notice';
import { Button } from '@/app/_components/ui/button';
import { TextLink } from '@/app/_components/ui/text-link';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import { ACCOUNT_TOKEN_MINUTES } from '@/domain/people/tokens';
import { signUp } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.signUp' });
  return { title: t('title'), robots: { index: false } };
};

export default async function SignUpPage(props: FormPageProps) {
  const { locale, query, next } = await pageInput(props);
  const flash = await takeFlash('sign-up');
  const t = await getTranslations('people');
  if (query.sent && !flash) {
    const hours = ACCOUNT_TOKEN_MINUTES.set_password / 60;
    return (
      <AccountFrame path={withQuery('/sign-up', { next })} title={t('signUp.title')}>
        <SentNotice
          title={t('signUp.sent.title')}
          text={t('signUp.sent.text', { hours })}
          hint={t('signUp.sent.hint')}
        />
      </AccountFrame>
    );
  }
  const footer = (
    <p>
      {t('signUp.hasAccount')}{' '}
      <TextLink href={withQuery(`/${locale}/sign-in`, { next })}>{t('signUp.signIn')}</TextLink>
    </p>
  );
  return (
    <AccountFrame
      path={withQuery('/sign-up', { next })}
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      after={footer}
    >
      <form action={signUp} noValidate className="grid gap-5">
        <HiddenFields locale={locale} next={next} />
        <FormMessage flash={flash} />
        <TextField
          flash={flash}
          name="name"
          label={t('fields.name')}
          hint={t('fields.nameHint')}
          autoComplete="name"
          maxLength={120}
        />
        <TextField flash={flash} name="email" label={t('fields.email')} type="email" autoComplete="email" />
        <Button type="submit" variant="primary" size="lg">
          {t('signUp.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
