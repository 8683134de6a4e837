import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import type { Locale } from '@/domain/people/locale';
import { addTeam, removeTeam, renameTeam } from './actions';
import type { Organisation } from './members';

type TeamsProps = { organisation: Organisation; locale: Locale; here: string; flash: Flash | null };

/** What may be done to a team is folded away, and stands open where it was refused. */
const TeamForms = ({
  team,
  organisation,
  locale,
  here,
  flash,
}: TeamsProps & { team: Organisation['teams'][number] }) => {
  const t = useTranslations('organisations.teams');
  const own = flash?.values.teamId === team.id ? flash : null;
  const about = (
    <>
      <HiddenFields locale={locale} next={here} />
      <input type="hidden" name="organisationId" value={organisation.id} />
      <input type="hidden" name="teamId" value={team.id} />
    </>
  );
  return (
    <details open={own !== null || undefined}>
      <summary
        aria-label={t('editOf', { name: team.name })}
        className="cursor-pointer text-sm text-accent underline decoration-accent-line"
      >
        {t('edit')}
      </summary>
      <div className="mt-3 grid gap-4 pb-2">
        <FormMessage flash={own} />
        <form action={renameTeam} noValidate className="grid gap-3">
          {about}
          <TextField
            flash={own}
            id={`team-name-${team.id}`}
            name="name"
            label={t('name')}
            maxLength={80}
            autoComplete="off"
            defaultValue={team.name}
          />
          <Button type="submit" size="sm" className="justify-self-start">
            {t('rename')}
          </Button>
        </form>
        <form action={removeTeam} className="grid justify-items-start gap-2 border-t border-line pt-4">
          {about}
          <p className="text-sm text-ink-soft">{t('removeHint')}</p>
          <Button type="submit" size="sm" variant="danger" aria-label={t('removeOf', { name: team.name })}>
            {t('remove')}
          </Button>
        </form>
      </div>
    </details>
  );
};

/** The teams of an organisation, and one more for who looks after it. */
export const Teams = (props: TeamsProps) => {
  const { organisation, locale, here, flash } = props;
  const t = useTranslations('organisations.teams');
  const added = flash?.values.teamId ? null : flash;
  return (
    <div className="grid max-w-form gap-5">
      {organisation.teams.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {organisation.teams.map((team) => (
            <li key={team.id} className="grid gap-1 px-4 py-2.5">
              <span className="font-medium wrap-anywhere">{team.name}</span>
              {organisation.looksAfter ? <TeamForms {...props} team={team} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t('none')}</p>
      )}
      {organisation.looksAfter ? (
        <form action={addTeam} noValidate className="grid gap-4">
          <HiddenFields locale={locale} next={here} />
          <input type="hidden" name="organisationId" value={organisation.id} />
          <FormMessage flash={added} />
          <TextField flash={added} id="team-name" name="name" label={t('name')} maxLength={80} autoComplete="off" />
          <Button type="submit" icon="plus" className="justify-self-start">
            {t('add')}
          </Button>
        </form>
      ) : null}
    </div>
  );
};
