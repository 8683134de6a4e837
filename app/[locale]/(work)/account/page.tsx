import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JoinNotice } from '@/app/_components/organisations/join-notice';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { currentPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import type { UserActor } from '@/domain/access/actor';
import { isGranted, isStaff, worksOnTickets } from '@/domain/access/grants';
import { managesOwn } from '@/domain/access/organisations';
import { OwnAbsences } from './own-absences';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.account' });
  return { title: t('title') };
};

/** Customers may join one; the company's own people belong to none, unless somebody has attached them. */
const mayHaveOrganisation = ({ role, memberships }: UserActor): boolean => memberships.length > 0 || !isStaff(role);

const SAVED = ['profile', 'password', 'welcome', 'absence', 'present'] as const;

export default async function AccountPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const api = await serverApi();
  const profile = await orNotFound(api.people.profile({}), `/${locale}/account`);
  const person = await currentPerson();
  const profileFlash = await takeFlash('profile');
  const passwordFlash = await takeFlash('password');
  const saved = profileFlash || passwordFlash ? undefined : SAVED.find((part) => part === query.saved);
  const waiting = person && managesOwn(person) ? await api.organisations.countAsked({}) : [];
  const t = await getTranslations('people');
  const tKeys = await getTranslations('keys.own');
  return (
    <div className="grid gap-10">
      <PageHeader
        title={t('account.title')}
        lead={t('account.lead', { email: profile.email, role: t(`roles.${profile.role}`) })}
      />
      {saved ? (
        <Callout tone="positive" role="status">
          {t(`account.saved.${saved}`)}
        </Callout>
      ) : null}
      <Section id="profile" title={t('account.profile.title')}>
        <ProfileForm locale={locale} flash={profileFlash} profile={profile} />
      </Section>
      <Section id="password" title={t('account.password.title')} className="border-t border-line pt-10">
        {profile.hasPassword ? (
          <PasswordForm locale={locale} flash={passwordFlash} email={profile.email} />
        ) : (
          <div className="grid gap-4">
            <p>{t('account.password.none')}</p>
            <LinkButton href={`/${locale}/forgotten-password`} className="justify-self-start">
              {t('account.password.setByMail')}
            </LinkButton>
          </div>
        )}
      </Section>
      {person && worksOnTickets(person.role) ? <OwnAbsences locale={locale} person={person} /> : null}
      {person && isGranted('people.editKeys', person.role) ? (
        <Section id="keys" title={t('account.keys.title')} className="border-t border-line pt-10">
          <div className="grid gap-4">
            <p>{tKeys('text')}</p>
            <LinkButton href={`/${locale}/account/keys`} icon="keyboard" className="justify-self-start">
              {tKeys('link')}
            </LinkButton>
          </div>
        </Section>
      ) : null}
      {person && mayHaveOrganisation(person) ? (
        <Section id="organisation" title={t('account.organisation.title')} className="border-t border-line pt-10">
          <div className="grid gap-4">
            <JoinNotice waiting={waiting} locale={locale} />
            <p>{t('account.organisation.text')}</p>
            <LinkButton href={`/${locale}/account/organisation`} icon="users" className="justify-self-start">
              {t('account.organisation.link')}
            </LinkButton>
          </div>
        </Section>
      ) : null}
      <Section id="sign-out" title={t('account.signOut.title')} className="border-t border-line pt-10">
        <form method="post" action={`/${locale}/sign-out`} className="grid gap-4">
          <p>{t('account.signOut.text')}</p>
          <Button type="submit" className="justify-self-start">
            {t('account.signOut.submit')}
          </Button>
        </form>
      </Section>
    </div>
  );
}
