import { useTranslations } from 'next-intl';
import { Avatar } from '@/app/_components/ui/avatar';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Td } from '@/app/_components/ui/table';
import { ExactTime } from '@/app/_components/ui/time';
import { SelectField } from '@/app/_forms/select-field';
import { isStaff } from '@/domain/access/grants';
import { ROLES, type Role } from '@/domain/people/roles';
import { changeRole, deactivate, reactivate } from './actions';
import { type View, ViewFields } from './view-fields';

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  emailVerifiedAt: Date | null;
  deactivatedAt: Date | null;
  createdAt: Date;
};

/** Columns that a phone shows under the name instead. */
export const WIDE = 'hidden sm:table-cell';

const StateBadge = ({ person }: { person: Person }) => {
  const t = useTranslations('people.list.states');
  if (person.deactivatedAt) return <Badge tone="danger">{t('deactivated')}</Badge>;
  return person.emailVerifiedAt ? <Badge tone="positive">{t('active')}</Badge> : <Badge>{t('unverified')}</Badge>;
};

const PersonForms = ({ person, view }: { person: Person; view: View }) => {
  const t = useTranslations('people');
  return (
    <div className="mt-3 grid w-64 gap-4 rounded-md border border-line bg-surface p-4">
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
        <Button type="submit" size="sm">
          {t('list.changeRole')}
        </Button>
      </form>
      <form action={person.deactivatedAt ? reactivate : deactivate} className="grid gap-2 border-t border-line pt-4">
        <ViewFields view={view} id={person.id} />
        {person.deactivatedAt ? null : <p className="text-sm text-ink-soft">{t('list.deactivateHint')}</p>}
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
      <Td className="min-w-44 sm:min-w-60">
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
          </div>
        </div>
      </Td>
      <Td className={WIDE}>{t(`roles.${person.role}`)}</Td>
      <Td className={WIDE}>
        <StateBadge person={person} />
      </Td>
      <Td className="hidden text-sm whitespace-nowrap text-ink-soft md:table-cell">
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
