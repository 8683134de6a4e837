import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { Team } from './team-form';

const Members = ({ team }: { team: Team }) => {
  const t = useTranslations('teams');
  if (team.members.length === 0) return <span className="text-ink-soft italic">{t('nobody')}</span>;
  return (
    <ul className="grid gap-0.5 text-sm">
      {team.members.map((member) => (
        <li key={member.id}>
          {member.name}
          {member.skipped ? <span className="text-ink-soft"> · {t(`skipped.${member.skipped}`)}</span> : null}
        </li>
      ))}
    </ul>
  );
};

/** Teams with their people, who of them is passed over now, and what they have to do. */
export const TeamTable = ({ teams, locale, label }: { teams: readonly Team[]; locale: Locale; label: string }) => {
  const t = useTranslations('teams');
  return (
    <Table label={label} stacks>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('members')}</Th>
          <Th>{t('giving')}</Th>
          <Th>{t('open')}</Th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <RowLink key={team.id}>
            <Td className="min-w-56">
              <RowAnchor href={`/${locale}/admin/teams/${team.id}`} className="font-medium">
                {inLocale(team.name, locale)}
              </RowAnchor>
              <p className="mt-1 flex flex-wrap gap-1.5">
                <Badge>{t(`levels.${team.level}.label`)}</Badge>
                {team.active ? null : <Badge tone="warning">{t('aside')}</Badge>}
              </p>
            </Td>
            <Td className="min-w-48">
              <Members team={team} />
            </Td>
            <Td className="text-sm">{t(team.roundRobin ? 'inTurn' : 'byHand')}</Td>
            <Td className="tabular text-sm">
              <span className="sm:hidden">{t('open')} </span>
              {team.open}
            </Td>
          </RowLink>
        ))}
      </tbody>
    </Table>
  );
};
