import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { RelativeTime } from '@/app/_components/ui/time';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { Locale } from '@/domain/people/locale';
import { invitePerson, withdrawInvitation } from './actions';
import { type Organisation, useTeamOptions } from './members';

type Around = { organisation: Organisation; locale: Locale; here: string };

const Pending = ({ organisation, locale, here }: Around) => {
  const t = useTranslations('organisations.invite');
  const now = new Date();
  if (organisation.invitations.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-base font-semibold">{t('pending')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {organisation.invitations.map(({ id, email, manager, sentAt, expired }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <span className="min-w-0 flex-1 basis-56">
              <span className="block font-medium wrap-anywhere">{email}</span>
              <span className="text-sm text-ink-soft">
                {t('sent')} <RelativeTime at={sentAt} now={now} />
              </span>
            </span>
            {expired ? <Badge tone="warning">{t('expired')}</Badge> : null}
            <form action={invitePerson}>
              <HiddenFields locale={locale} next={here} />
              <input type="hidden" name="organisationId" value={organisation.id} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="manager" value={manager ? '1' : ''} />
              <Button type="submit" size="sm" aria-label={t('againOf', { email })}>
                {t('again')}
              </Button>
            </form>
            <form action={withdrawInvitation}>
              <HiddenFields locale={locale} next={here} />
              <input type="hidden" name="id" value={id} />
              <Button type="submit" size="sm" variant="quiet" aria-label={t('withdrawOf', { email })}>
                {t('withdraw')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Inviting into an organisation, and the invitations nobody has answered. */
export const Invitations = ({ flash, ...around }: Around & { flash: Flash | null }) => {
  const t = useTranslations('organisations.invite');
  const { organisation, locale, here } = around;
  const teams = useTeamOptions(organisation.teams);
  return (
    <div className="grid gap-8">
      <form action={invitePerson} noValidate className="grid max-w-form gap-5">
        <HiddenFields locale={locale} next={here} />
        <input type="hidden" name="organisationId" value={organisation.id} />
        <FormMessage flash={flash} />
        <TextField flash={flash} id="invite-email" name="email" label={t('email')} type="email" autoComplete="off" />
        {organisation.teams.length > 0 ? <TeamField flash={flash} options={teams} id="invite-team" /> : null}
        <Checkbox
          id="invite-manager"
          name="manager"
          value="1"
          label={t('manager')}
          hint={t('managerHint')}
          defaultChecked={flash?.values.manager === '1'}
        />
        <Button type="submit" icon="send" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
      <Pending {...around} />
    </div>
  );
};

type TeamFieldProps = { flash: Flash | null; options: { value: string; label: string }[]; id: string };

const TeamField = ({ flash, options, id }: TeamFieldProps) => {
  const t = useTranslations('organisations.members');
  return <SelectField flash={flash} id={id} name="teamId" label={t('team')} options={options} defaultValue="" />;
};
