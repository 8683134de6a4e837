import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { RelativeTime } from '@/app/_components/ui/time';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { PendingInvitations } from '../people/pending-invitations';
import { invitePerson, withdrawInvitation } from './actions';
import { type Organisation, useTeamOptions } from './members';

type Around = { organisation: Organisation; locale: Locale; here: string };

const Pending = ({ organisation, locale, here }: Around) => {
  const t = useTranslations('organisations.invite');
  const tPeople = useTranslations('people');
  const now = new Date();
  if (organisation.invitations.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-base font-semibold">{t('pending')}</h3>
      <PendingInvitations
        locale={locale}
        next={here}
        again={invitePerson}
        withdraw={withdrawInvitation}
        invitations={organisation.invitations.map(
          ({ id, email, manager, teamId, locale: language, sentAt, expired }) => ({
            ...{ id, email, expired },
            said: { organisationId: organisation.id, manager: manager ? '1' : '', teamId: teamId ?? '', language },
            about: (
              <>
                {tPeople(`locales.${language}`)} · {t('sent')} <RelativeTime at={sentAt} now={now} />
              </>
            ),
          }),
        )}
      />
    </div>
  );
};

/** Inviting into an organisation, and the invitations nobody has answered. */
export const Invitations = ({ flash, ...around }: Around & { flash: Flash | null }) => {
  const t = useTranslations('organisations.invite');
  const tPeople = useTranslations('people');
  const { organisation, locale, here } = around;
  const teams = useTeamOptions(organisation.teams);
  return (
    <div className="grid gap-8">
      <form action={invitePerson} noValidate className="grid max-w-form gap-5">
        <HiddenFields locale={locale} next={here} />
        <input type="hidden" name="organisationId" value={organisation.id} />
        <FormMessage flash={flash} />
        <TextField flash={flash} id="invite-email" name="email" label={t('email')} type="email" autoComplete="off" />
        <SelectField
          flash={flash}
          id="invite-language"
          name="language"
          label={t('language')}
          hint={t('languageHint')}
          options={LOCALES.map((value) => ({ value, label: tPeople(`locales.${value}`) }))}
          defaultValue={locale}
        />
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
