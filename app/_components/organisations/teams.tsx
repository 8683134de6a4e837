import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import type { Locale } from '@/domain/people/locale';
import { addTeam } from './actions';
import type { Organisation } from './members';

type TeamsProps = { organisation: Organisation; locale: Locale; here: string; flash: Flash | null };

/** The teams of an organisation, and one more for who looks after it. */
export const Teams = ({ organisation, locale, here, flash }: TeamsProps) => {
  const t = useTranslations('organisations.teams');
  return (
    <div className="grid gap-5">
      {organisation.teams.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {organisation.teams.map((team) => (
            <li key={team.id}>
              <Badge>{team.name}</Badge>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t('none')}</p>
      )}
      {organisation.looksAfter ? (
        <form action={addTeam} noValidate className="grid max-w-form gap-4">
          <HiddenFields locale={locale} next={here} />
          <input type="hidden" name="organisationId" value={organisation.id} />
          <FormMessage flash={flash} />
          <TextField flash={flash} id="team-name" name="name" label={t('name')} maxLength={80} autoComplete="off" />
          <Button type="submit" icon="plus" className="justify-self-start">
            {t('add')}
          </Button>
        </form>
      ) : null}
    </div>
  );
};
