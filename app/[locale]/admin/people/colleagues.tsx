import { useTranslations } from 'next-intl';
import { PendingInvitations } from '@/app/_components/people/pending-invitations';
import { Button } from '@/app/_components/ui/button';
import { RelativeTime } from '@/app/_components/ui/time';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { INVITED_ROLES } from '@/domain/people/inviting';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { inviteColleague, withdrawColleague } from './actions';

type Invited = RouterOutputs['people']['invitedColleagues'];

const Pending = ({ invited, locale }: { invited: Invited; locale: Locale }) => {
  const t = useTranslations('people');
  const now = new Date();
  return (
    <section aria-labelledby="pending-colleagues" className="grid gap-2">
      <h2 id="pending-colleagues" className="text-base font-semibold">
        {t('invite.pending')}
      </h2>
      <PendingInvitations
        locale={locale}
        again={inviteColleague}
        withdraw={withdrawColleague}
        invitations={invited.map(({ id, email, role, locale: language, sentAt, invitedBy, expired }) => ({
          ...{ id, email, expired, said: { role, language } },
          about: (
            <>
              {t(`roles.${role}`)} · {t(`locales.${language}`)} · {t('invite.by', { author: invitedBy })}{' '}
              <RelativeTime at={sentAt} now={now} />
            </>
          ),
        }))}
      />
    </section>
  );
};

type ColleaguesProps = { invited: Invited; locale: Locale; flash: Flash | null };

/** Inviting somebody to work here, and the invitations nobody has answered. */
export const Colleagues = ({ invited, locale, flash }: ColleaguesProps) => {
  const t = useTranslations('people');
  return (
    <div className="grid max-w-4xl gap-6">
      <details open={flash !== null} className="rounded-lg border border-line bg-surface px-4 py-3">
        <summary className="cursor-pointer font-semibold">{t('invite.title')}</summary>
        <form action={inviteColleague} noValidate className="mt-4 grid max-w-form gap-5">
          <HiddenFields locale={locale} />
          <FormMessage flash={flash} />
          <p className="text-ink-soft">{t('invite.lead')}</p>
          <TextField
            flash={flash}
            id="colleague-email"
            name="email"
            label={t('fields.email')}
            type="email"
            autoComplete="off"
          />
          <SelectField
            flash={flash}
            id="colleague-role"
            name="role"
            label={t('fields.role')}
            options={INVITED_ROLES.map((value) => ({ value, label: t(`invite.roles.${value}`) }))}
            defaultValue="agent"
          />
          <SelectField
            flash={flash}
            id="colleague-language"
            name="language"
            label={t('invite.language')}
            options={LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))}
            defaultValue={locale}
          />
          <Button type="submit" icon="send" className="justify-self-start">
            {t('invite.submit')}
          </Button>
        </form>
      </details>
      {invited.length > 0 ? <Pending invited={invited} locale={locale} /> : null}
    </div>
  );
};
