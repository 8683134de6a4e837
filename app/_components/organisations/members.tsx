import { useTranslations } from 'next-intl';
import { Avatar } from '@/app/_components/ui/avatar';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Finder } from '@/app/_components/ui/finder';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { Table, Td, Th } from '@/app/_components/ui/table';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { detachMember, placeMember } from './actions';

export type Organisation = RouterOutputs['organisations']['show'];
type Member = Organisation['members'][number];
type Around = { organisation: Organisation; locale: Locale; here: string; readerId: string };

/** The teams to choose from, none first. */
export const useTeamOptions = (teams: Organisation['teams']) => {
  const t = useTranslations('organisations.members');
  return [{ value: '', label: t('noTeam') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))];
};

const MemberForms = ({ member, organisation, locale, here, readerId }: Around & { member: Member }) => {
  const t = useTranslations('organisations.members');
  const teams = useTeamOptions(organisation.teams);
  const own = member.id === readerId;
  const about = (
    <>
      <HiddenFields locale={locale} next={here} />
      <input type="hidden" name="organisationId" value={organisation.id} />
      <input type="hidden" name="userId" value={member.id} />
    </>
  );
  return (
    <div className="mt-3 grid w-64 max-w-full gap-4 rounded-md border border-line bg-surface p-4">
      {organisation.looksAfter ? (
        <form action={placeMember} className="grid gap-3">
          {about}
          <SelectField
            flash={null}
            id={`manager-${member.id}`}
            name="manager"
            label={t('role')}
            options={[
              { value: '', label: t('member') },
              { value: '1', label: t('manager') },
            ]}
            defaultValue={member.manager ? '1' : ''}
          />
          <SelectField
            flash={null}
            id={`team-${member.id}`}
            name="teamId"
            label={t('team')}
            options={teams}
            defaultValue={member.teamId ?? ''}
          />
          <Button type="submit" size="sm">
            {t('save')}
          </Button>
        </form>
      ) : null}
      <form action={detachMember} className="grid gap-2 not-first:border-t not-first:border-line not-first:pt-4">
        {about}
        <p className="text-sm text-ink-soft">{t(own ? 'leaveHint' : 'removeHint')}</p>
        <Button type="submit" size="sm" variant="danger">
          {t(own ? 'leave' : 'remove')}
        </Button>
      </form>
    </div>
  );
};

/** More people than these are looked for by name. */
const MANY = 20;

type PeopleProps = Around & {
  /** The address of the page without what narrows its people, and what it is narrowed to. */
  base: string;
  place?: Record<string, string>;
  text: string;
};

/** The people of an organisation, with a way to find one among many. */
export const People = ({ base, place = {}, text, ...around }: PeopleProps) => {
  const t = useTranslations('organisations.members');
  const { members, memberCount, previous, next } = around.organisation;
  return (
    <div className="grid gap-5">
      {memberCount > MANY || text ? <Finder label={t('search')} text={text} kept={place} /> : null}
      {members.length > 0 ? (
        <Members {...around} />
      ) : (
        <EmptyState icon="users" title={t(text ? 'notFound' : 'empty')} />
      )}
      <PageTurner base={base} query={{ ...place, q: text }} previous={previous} next={next} />
    </div>
  );
};

/** What may be done to a member is folded away. */
const Members = (around: Around) => {
  const t = useTranslations('organisations.members');
  const { organisation, readerId } = around;
  return (
    <Table label={t('table')} stacks>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('role')}</Th>
          <Th>{t('team')}</Th>
          <Th>{t('actions')}</Th>
        </tr>
      </thead>
      <tbody>
        {organisation.members.map((member) => (
          <tr key={member.id}>
            <Td className="min-w-56">
              <div className="flex items-center gap-3">
                <Avatar name={member.name} />
                <div className="min-w-0">
                  <p className="font-semibold">
                    {member.name}
                    {member.id === readerId ? <span className="font-normal text-ink-faint"> ({t('you')})</span> : null}
                  </p>
                  <p className="text-sm wrap-anywhere text-ink-soft">{member.email}</p>
                </div>
              </div>
            </Td>
            <Td>
              <span className="flex flex-wrap gap-1.5">
                <Badge tone={member.manager ? 'accent' : 'neutral'}>{t(member.manager ? 'manager' : 'member')}</Badge>
                {member.deactivatedAt ? <Badge tone="danger">{t('inactive')}</Badge> : null}
              </span>
            </Td>
            <Td className="text-ink-soft">{member.teamName ?? '–'}</Td>
            <Td>
              {organisation.looksAfter || member.id === readerId ? (
                <details>
                  <summary
                    aria-label={t('editOf', { name: member.name })}
                    className="text-accent underline decoration-accent-line"
                  >
                    {t('edit')}
                  </summary>
                  <MemberForms member={member} {...around} />
                </details>
              ) : null}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
