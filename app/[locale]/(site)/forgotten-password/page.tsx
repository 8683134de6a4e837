import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountFrame } from '@/app/_components/people/account-frame';
import { SentNotice } from '@/app/_components/people/sent-notice';
import { Button } from '@/app/_components/ui/button';
import { TextLink } from '@/app/_components/ui/text-link';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import { currentPerson } from '@/app/_trpc/server';
import { ACCOUNT_TOKEN_MINUTES } from '@/domain/people/tokens';
import { sendPasswordLink } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.forgotten' });
  return { title: t('title'), robots: { index: false } };
};

export default async function ForgottenPasswordPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const flash = await takeFlash('forgotten-password');
  const person = await currentPerson();
  const t = await getTranslations('people');
  const back = <TextLink href={`/${locale}/sign-in`}>{t('forgotten.back')}</TextLink>;
  if (query.sent && !flash) {
    const hours = ACCOUNT_TOKEN_MINUTES.set_password / 60;
    return (
      <AccountFrame path="/forgotten-password" title={t('forgotten.title')} after={back}>
        <SentNotice
          title={t('forgotten.sent.title')}
          text={t('forgotten.sent.text', { hours })}
          hint={t('forgotten.sent.hint')}
        />
      </AccountFrame>
    );
  }
  return (
    <AccountFrame path="/forgotten-password" title={t('forgotten.title')} lead={t('forgotten.lead')} after={back}>
      <form action={sendPasswordLink} noValidate className="grid gap-5">
        <HiddenFields locale={locale} />
        <FormMessage flash={flash} />
        <TextField
          flash={flash}
          name="email"
          label={t('fields.email')}
          type="email"
          autoComplete="username"
          defaultValue={person?.email}
        />
        <Button type="submit" variant="primary" size="lg">
          {t('forgotten.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
