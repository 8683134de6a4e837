import { useTranslations } from 'next-intl';
import { ActionButton } from '@/app/_components/tickets/action-button';
import { AssignForm } from '@/app/_components/tickets/assign-form';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { assignRequest, placeRequest } from '@/app/[locale]/desk/actions';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

type Shown = RouterOutputs['tickets']['show'];
type Teams = RouterOutputs['teams']['list'];

/** People to choose from: those of the team first, with a word for who is away. */
const peopleFor = (ticket: Shown, { teams, people }: Teams, away: string) => {
  const members = teams.find(({ id }) => id === ticket.teamId)?.members ?? [];
  const rank = (id: string) => (members.some((member) => member.id === id) ? 0 : 1);
  const skipped = (id: string) =>
    teams.some((team) => team.members.some((member) => member.id === id && member.skipped === 'absent'));
  return [...people]
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, name }) => ({ value: id, label: skipped(id) ? `${name} (${away})` : name }));
};

/** Teams that a request can be handed over to, those of the second level first. */
export const handoverTeams = (teams: Teams['teams'], locale: Locale): { value: string; label: string }[] =>
  teams
    .filter(({ active }) => active)
    .sort((a, b) => b.level - a.level)
    .map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }));

type AssignmentProps = { ticket: Shown; locale: Locale; readerId: string; teams: Teams };

export const Assignment = ({ ticket, locale, readerId, teams }: AssignmentProps) => {
  const t = useTranslations('desk.assign');
  const mine = ticket.assigneeId === readerId;
  return (
    <div className="grid gap-3">
      <div data-key="take">
        <ActionButton
          action={assignRequest}
          fields={{
            locale,
            number: String(ticket.number),
            assigneeId: mine ? '' : readerId,
            hadAssignee: ticket.assigneeId ?? '',
          }}
          done={t('done')}
          icon={mine ? 'undo' : 'user-plus'}
        >
          {t(mine ? 'release' : 'toMe')}
        </ActionButton>
      </div>
      <details>
        <summary className="cursor-pointer text-sm font-semibold">{t('title')}</summary>
        <div className="mt-3">
          <AssignForm
            locale={locale}
            number={ticket.number}
            teamId={ticket.teamId}
            assigneeId={ticket.assigneeId}
            teams={teams.teams
              .filter(({ id, active }) => active || id === ticket.teamId)
              .map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
            people={peopleFor(ticket, teams, t('away'))}
            action={placeRequest}
          />
        </div>
      </details>
    </div>
  );
};
