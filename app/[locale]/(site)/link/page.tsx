import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountFrame } from '@/app/_components/people/account-frame';
import { GoneLink } from '@/app/_components/people/gone-link';
import { Button } from '@/app/_components/ui/button';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { serverApi } from '@/app/_trpc/server';
import { signInWithLink } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.link' });
  return { title: t('title'), robots: { index: false } };
};

/** Where a mailed sign-in link leads: only the button uses it up, since mail scanners open links too. */
export default async function LinkPage(props: FormPageProps) {
  const { locale, query, next } = await pageInput(props);
  const token = query.token ?? '';
  const path = withQuery('/link', { token, next });
  const api = await serverApi();
  const link = await api.people.showLink({ token });
  if (link?.purpose !== 'sign_in') return <GoneLink path={path} again={withQuery(`/${locale}/sign-in`, { next })} />;
  const flash = await takeFlash('link');
  const t = await getTranslations('people');
  return (
    <AccountFrame path={path} title={t('link.title')} lead={t('link.lead', { email: link.email })}>
      <form action={signInWithLink} className="grid gap-5">
        <HiddenFields locale={locale} next={next} token={token} />
        <FormMessage flash={flash} />
        <Button type="submit" variant="primary" size="lg">
          {t('link.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
