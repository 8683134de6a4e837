import { useTranslations } from 'next-intl';
import { Avatar } from '@/app/_components/ui/avatar';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Td } from '@/app/_components/ui/table';
import { ExactTime } from '@/app/_components/ui/time';
import { SelectField } from '@/app/_forms/select-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { isStaff } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { ROLES } from '@/domain/people/roles';
import { accountState } from '@/domain/people/states';
import { changeRole, deactivate, reactivate } from './actions';
import { type View, ViewFields } from './view-fields';

type Person = RouterOutputs['people']['list']['people'][number];

/** Columns that a phone shows under the name instead. */
export const WIDE = 'hidden sm:table-cell';

const TONES = { active: 'positive', unverified: 'neutral', deactivated: 'danger' } as const;

const StateBadge = ({ person }: { person: Person }) => {
  const t = useTranslations('people.list.states');
  const state = accountState(person);
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
};

/** The organisations somebody belongs to, each with its page. */
const Belonging = ({ person, locale }: { person: Person; locale: Locale }) => {
  const t = useTranslations('people.list');
  if (person.organisations.length === 0) return <span className="text-ink-faint">–</span>;
  return (
    <ul className="grid gap-0.5">
      {person.organisations.map(({ id, name, manager }) => (
        <li key={id} className="wrap-anywhere">
          <a href={`/${locale}/admin/organisations/${id}`}>{name}</a>
          {manager ? <span className="block text-sm text-ink-soft">{t('manager')}</span> : null}
        </li>
      ))}
    </ul>
  );
};

const PersonForms = ({ person, view }: { person: Person; view: View }) => {
  const t = useTranslations('people');
  return (
    <div className="mt-3 grid w-52 gap-4 rounded-md border max-sm:w-64 border-line bg-surface p-4">
      <form action={changeRole} className="grid gap-2">
        <ViewFields view={view} id={person.id} />
        <SelectField
          flash={null}
          id={`role-${person.id}`}
          name="role"
          label={t('fields.role')}
          options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          defaultValue={person.role}
        />
        {person.open > 0 ? (
          <p className="text-sm text-ink-soft">{t('list.roleReleases', { count: person.open })}</p>
        ) : null}
        <Button type="submit" size="sm">
          {t('list.changeRole')}
        </Button>
      </form>
      <form action={person.deactivatedAt ? reactivate : deactivate} className="grid gap-2 border-t border-line pt-4">
        <ViewFields view={view} id={person.id} />
        {person.deactivatedAt ? null : <p className="text-sm text-ink-soft">{t('list.deactivateHint')}</p>}
        {person.open > 0 && !person.deactivatedAt ? (
          <p className="text-sm font-medium">{t('list.releases', { count: person.open })}</p>
        ) : null}
        <Button type="submit" size="sm" variant={person.deactivatedAt ? 'secondary' : 'danger'}>
          {t(person.deactivatedAt ? 'list.reactivate' : 'list.deactivate')}
        </Button>
      </form>
    </div>
  );
};

/** One account with what can be done to it, folded away so that nothing is done by accident. */
export const PersonRow = ({ person, view, own }: { person: Person; view: View; own: boolean }) => {
  const t = useTranslations('people');
  return (
    <tr>
      <Td className="min-w-44 sm:min-w-52">
        <div className="flex items-center gap-3">
          <Avatar name={person.name} staff={isStaff(person.role)} />
          <div className="min-w-0">
            <p className="font-semibold">
              {person.name}
              {own ? <span className="font-normal text-ink-faint"> ({t('list.you')})</span> : null}
            </p>
            <p className="text-sm wrap-anywhere text-ink-soft">{person.email}</p>
            <p className="mt-1 flex flex-wrap items-center gap-2 text-sm sm:hidden">
              {t(`roles.${person.role}`)} <StateBadge person={person} />
            </p>
            {person.organisations.length > 0 ? (
              <div className="mt-1 text-sm sm:hidden">
                <Belonging person={person} locale={view.locale} />
              </div>
            ) : null}
          </div>
        </div>
      </Td>
      <Td className={WIDE}>{t(`roles.${person.role}`)}</Td>
      <Td className={WIDE}>
        <Belonging person={person} locale={view.locale} />
      </Td>
      <Td className={WIDE}>
        <StateBadge person={person} />
      </Td>
      <Td className="hidden text-sm whitespace-nowrap text-ink-soft lg:table-cell">
        <ExactTime at={person.createdAt} />
      </Td>
      <Td>
        <details>
          <summary
            aria-label={t('list.editOf', { name: person.name })}
            className="text-accent underline decoration-accent-line"
          >
            {t('list.edit')}
          </summary>
          <PersonForms person={person} view={view} />
        </details>
      </Td>
    </tr>
  );
};
