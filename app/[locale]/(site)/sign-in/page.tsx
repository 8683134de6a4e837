import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountFrame } from '@/app/_components/people/account-frame';
import { SentNotice } from '@/app/_components/people/sent-notice';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { TextLink } from '@/app/_components/ui/text-link';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import { homeOf } from '@/app/_trpc/home';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import { safeNextPath } from '@/domain/people/next-path';
import { ACCOUNT_TOKEN_MINUTES } from '@/domain/people/tokens';
import { sendSignInLink, signInWithPassword } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.signIn' });
  return { title: t('title'), robots: { index: false } };
};

/** A refusal that next-auth's own route redirected here with. */
const refusedElsewhere = (query: Record<string, string>): Flash | null => {
  if (!query.error) return null;
  const key = query.code === 'too-many' ? 'errors.tooMany' : 'errors.signIn';
  return { values: {}, fields: {}, message: { key, data: { minutes: 15 } } };
};

/** The page one was reading, or would have read if one had been known: the sign-in link of pages kept for all cannot name it. */
const readingBefore = (headers: Headers): string | null => {
  const referer = headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  const isOurs = host === (headers.get('x-forwarded-host') ?? headers.get('host'));
  return isOurs && READING.test(pathname) ? safeNextPath(`${pathname}${search}`) : null;
};
const READING = /^\/[a-z]{2}\/(?:help|faq|news|resources)\/./;

export default async function SignInPage(props: FormPageProps) {
  const { locale, query, next } = await pageInput(props);
  const person = await currentPerson();
  if (person) redirect(next ?? homeOf(person, locale));
  const api = await serverApi();
  if (await api.people.awaitsSetUp({})) redirect(`/${locale}/set-up`);
  const from = next === null ? readingBefore(await headers()) : null;
  if (from) redirect(withQuery(`/${locale}/sign-in`, { ...query, next: from }));
  const flash = (await takeFlash('sign-in')) ?? refusedElsewhere(query);
  const t = await getTranslations('people');
  const footer = (
    <p>
      {t('signIn.noAccount')} <TextLink href={withQuery(`/${locale}/sign-up`, { next })}>{t('signIn.signUp')}</TextLink>
    </p>
  );
  return (
    <AccountFrame
      path={withQuery('/sign-in', { next })}
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      after={footer}
    >
      {query.sent && !flash ? (
        <SentNotice
          title={t('signIn.sent.title')}
          text={t('signIn.sent.text', { minutes: ACCOUNT_TOKEN_MINUTES.sign_in })}
          hint={t('signIn.sent.hint')}
        />
      ) : null}
      {next && !flash && !query.sent ? <Callout role="note">{t('signIn.continue')}</Callout> : null}
      <form action={signInWithPassword} noValidate className="grid gap-5">
        <HiddenFields locale={locale} next={next} />
        <FormMessage flash={flash} />
        <TextField flash={flash} name="email" label={t('fields.email')} type="email" autoComplete="username" />
        <div className="grid gap-2">
          <TextField
            flash={flash}
            name="password"
            label={t('fields.password')}
            type="password"
            autoComplete="current-password"
          />
          <TextLink href={`/${locale}/forgotten-password`} className="justify-self-start text-sm">
            {t('signIn.forgotten')}
          </TextLink>
        </div>
        <Button type="submit" variant="primary" size="lg">
          {t('signIn.submit')}
        </Button>
        <fieldset className="mt-3 grid gap-3 border-t border-line pt-6">
          <legend className="sr-only">{t('signIn.or')}</legend>
          <p className="text-[0.9375rem] text-ink-soft">
            <b className="text-ink">{t('signIn.or')}</b> {t('signIn.linkHint')}
          </p>
          <Button type="submit" icon="mail" formAction={sendSignInLink} formNoValidate>
            {t('signIn.sendLink')}
          </Button>
        </fieldset>
      </form>
    </AccountFrame>
  );
}
