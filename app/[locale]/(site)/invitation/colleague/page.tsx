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
import { TextField } from '@/app/_forms/text-field';
import { serverApi } from '@/app/_trpc/server';
import { DEMO_BRAND } from '@/domain/settings/brand';
import { joinAsColleague } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.colleague' });
  return { title: t('join'), robots: { index: false } };
};

/** Where the mailed invitation to work here leads: only the button uses it up, since mail scanners open links too. */
export default async function ColleaguePage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const token = query.token ?? '';
  const path = withQuery('/invitation/colleague', { token });
  const invitation = await (await serverApi()).people.showColleagueInvitation({ token });
  if (!invitation) return <GoneLink path={path} again={`/${locale}/sign-in`} />;
  const flash = await takeFlash('colleague');
  const t = await getTranslations('people');
  const { email, role, invitedBy: author } = invitation;
  return (
    <AccountFrame
      path={path}
      title={t('colleague.title', { brand: DEMO_BRAND.name })}
      lead={t('colleague.lead', { author, email, role: t(`roles.${role}`) })}
    >
      <form action={joinAsColleague} noValidate className="grid gap-5">
        <HiddenFields locale={locale} token={token} />
        <FormMessage flash={flash} />
        {/* Password managers file the new password under this address. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          flash={flash}
          name="name"
          label={t('fields.name')}
          hint={t('fields.nameHint')}
          autoComplete="name"
          maxLength={120}
        />
        <NewPasswordField flash={flash} />
        <Button type="submit" variant="primary" size="lg">
          {t('colleague.join')}
        </Button>
      </form>
    </AccountFrame>
  );
}
