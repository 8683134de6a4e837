import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountFrame } from '@/app/_components/people/account-frame';
import { Button } from '@/app/_components/ui/button';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { NewPasswordField } from '@/app/_forms/new-password-field';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import { serverApi } from '@/app/_trpc/server';
import { setUp } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.setUp' });
  return { title: t('title'), robots: { index: false } };
};

/** The first page of an empty installation; afterwards it only leads to the sign-in page. */
export default async function SetUpPage(props: FormPageProps) {
  const { locale } = await pageInput(props);
  const api = await serverApi();
  if (!(await api.people.awaitsSetUp({}))) redirect(`/${locale}/sign-in`);
  const flash = await takeFlash('set-up');
  const t = await getTranslations('people');
  return (
    <AccountFrame path="/set-up" title={t('setUp.title')} lead={t('setUp.lead')}>
      <form action={setUp} noValidate className="grid gap-5">
        <HiddenFields locale={locale} />
        <FormMessage flash={flash} />
        <TextField flash={flash} name="name" label={t('fields.name')} autoComplete="name" maxLength={120} />
        <TextField flash={flash} name="email" label={t('fields.email')} type="email" autoComplete="username" />
        <NewPasswordField flash={flash} label={t('fields.password')} />
        <Button type="submit" variant="primary" size="lg">
          {t('setUp.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
