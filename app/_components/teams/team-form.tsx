import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { FieldError } from '@/app/_components/ui/field';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { TEAM_LEVELS, TEAM_LIMITS } from '@/domain/teams/teams';
import { saveTeam } from './actions';

type Listed = RouterOutputs['teams']['list'];
export type Team = Listed['teams'][number];
type Props = { locale: Locale; flash: Flash | null; people: Listed['people']; team?: Team };

/** Who belongs to the team, and who of them is given requests in turn. */
const People = ({ people, team, flash }: Omit<Props, 'locale'>) => {
  const t = useTranslations('teams');
  const say = usePhrase();
  const fault = say(flash?.fields.members);
  const memberOf = (id: string) => team?.members.find((member) => member.id === id);
  const handles = (id: string) => {
    const open = memberOf(id)?.open ?? 0;
    return open > 0 ? t('handles', { count: open }) : undefined;
  };
  const checked = (name: string, otherwise: boolean) => (flash ? Boolean(flash.values[name]) : otherwise);
  return (
    <fieldset className="grid gap-3" aria-describedby={fault ? 'members-error' : undefined}>
      <legend className="mb-1.5 font-semibold">{t('members')}</legend>
      <p className="text-sm text-ink-soft">{t('membersHint')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {people.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
            <Checkbox
              id={`member-${id}`}
              name={`member-${id}`}
              value="1"
              label={name}
              hint={handles(id)}
              defaultChecked={checked(`member-${id}`, memberOf(id) !== undefined)}
            />
            <Checkbox
              id={`turn-${id}`}
              name={`turn-${id}`}
              value="1"
              label={
                <>
                  {t('takesTurns')}
                  <span className="sr-only">{t('takesTurnsOf', { name })}</span>
                </>
              }
              className="text-sm text-ink-soft"
              defaultChecked={checked(`turn-${id}`, memberOf(id)?.takesTurns ?? true)}
            />
          </li>
        ))}
      </ul>
      {fault ? <FieldError id="members-error">{fault}</FieldError> : null}
    </fieldset>
  );
};

/** What an administrator says of a team, new or known. */
export const TeamForm = ({ locale, flash, people, team }: Props) => {
  const t = useTranslations('teams');
  const say = usePhrase();
  return (
    <form action={saveTeam} className="grid max-w-form gap-5" noValidate>
      <HiddenFields locale={locale} />
      {team ? <input type="hidden" name="id" value={team.id} /> : null}
      <FormMessage flash={flash} />
      <TextField
        flash={flash}
        name="nameFr"
        label={t('nameFr')}
        maxLength={TEAM_LIMITS.name.max}
        autoComplete="off"
        defaultValue={team?.name.fr}
      />
      <TextField
        flash={flash}
        name="nameEn"
        label={t('nameEn')}
        maxLength={TEAM_LIMITS.name.max}
        autoComplete="off"
        optional
        defaultValue={team?.name.en ?? ''}
      />
      <RadioGroup
        name="level"
        legend={t('level')}
        error={say(flash?.fields.level)}
        options={TEAM_LEVELS.map((level) => ({
          value: String(level),
          label: t(`levels.${level}.label`),
          hint: t(`levels.${level}.hint`),
        }))}
        defaultValue={flash?.values.level ?? String(team?.level ?? 1)}
      />
      <Checkbox
        id="roundRobin"
        name="roundRobin"
        value="1"
        label={t('roundRobin')}
        hint={t('roundRobinHint')}
        defaultChecked={flash ? Boolean(flash.values.roundRobin) : (team?.roundRobin ?? false)}
      />
      <People people={people} flash={flash} {...(team ? { team } : {})} />
      <Button type="submit" variant="primary" className="justify-self-start">
        {t(team ? 'save' : 'create')}
      </Button>
    </form>
  );
};
