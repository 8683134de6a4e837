import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountFrame } from '@/app/_components/people/account-frame';
import { GoneLink } from '@/app/_components/people/gone-link';
import { Button } from '@/app/_components/ui/button';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { NewPasswordField } from '@/app/_forms/new-password-field';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { serverApi } from '@/app/_trpc/server';
import { setPassword } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.setPassword' });
  return { title: t('title'), robots: { index: false } };
};

/** Where the mailed link of a new account or a forgotten password leads. */
export default async function SetPasswordPage(props: FormPageProps) {
  const { locale, query, next } = await pageInput(props);
  const token = query.token ?? '';
  const path = withQuery('/set-password', { token, next });
  const api = await serverApi();
  const link = await api.people.showLink({ token });
  if (link?.purpose !== 'set_password') return <GoneLink path={path} again={`/${locale}/forgotten-password`} />;
  const flash = await takeFlash('set-password');
  const t = await getTranslations('people');
  return (
    <AccountFrame path={path} title={t('setPassword.title')} lead={t('setPassword.lead', { email: link.email })}>
      <form action={setPassword} noValidate className="grid gap-5">
        <HiddenFields locale={locale} next={next} token={token} />
        {/* Password managers file the new password under this address. */}
        <input type="hidden" name="username" autoComplete="username" value={link.email} />
        <FormMessage flash={flash} />
        <NewPasswordField flash={flash} />
        <Button type="submit" variant="primary" size="lg">
          {t('setPassword.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
