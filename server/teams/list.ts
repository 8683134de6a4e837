import { z } from 'zod';
import { absencesFrom, countTeamTickets, deskPeople, listTeams, teamPeople } from '@/db/teams/queries';
import { countOpenInTeams } from '@/db/tickets/leaving';
import { skipped } from '@/domain/teams/round-robin';
import { dayIn } from '@/domain/time/days';
import { query } from '../kernel/action';

/** Margin around today, so that the days of every zone are among those looked at. In milliseconds. */
const DAY = 86_400_000;

/**
 * The desk's teams, those in use first, with their people, who of them is passed over in turn at this moment and why, and
 * how many requests each, and each of its people in it, has still to do; everybody who could belong to one; present and coming absences.
 */
export const list = query({
  permission: 'teams.list',
  input: z.object({}),
  async run({ db, now }) {
    const day = dayIn(now.getTime() - DAY, 'UTC');
    const [teams, members, people, absences, open, handled] = await Promise.all([
      listTeams(db),
      teamPeople(db),
      deskPeople(db),
      absencesFrom(db, day),
      countTeamTickets(db),
      countOpenInTeams(db),
    ]);
    const awayOf = (userId: string) => absences.filter((absence) => absence.userId === userId);
    return {
      teams: teams.map(({ id, name, level, active, roundRobin }) => ({
        id,
        name,
        level: level === 2 ? (2 as const) : (1 as const),
        active,
        roundRobin,
        open: open.get(id) ?? 0,
        members: members
          .filter((member) => member.teamId === id)
          .map(({ teamId: _, lastTurn, timeZone, ...member }) => ({
            ...member,
            open: handled.get(`${id} ${member.id}`) ?? 0,
            skipped: skipped(
              { userId: member.id, takesTurns: member.takesTurns, timeZone, lastTurn, absences: awayOf(member.id) },
              now.getTime(),
            ),
          })),
      })),
      people: people.map(({ id, name }) => ({ id, name })),
      absences: absences
        .filter(({ userId, untilDay }) => {
          const person = people.find(({ id }) => id === userId);
          return person !== undefined && untilDay >= dayIn(now, person.timeZone);
        })
        .map(({ id, userId, fromDay, untilDay, reason }) => ({
          id,
          userId,
          fromDay,
          untilDay,
          reason,
          name: people.find((person) => person.id === userId)?.name ?? '',
        })),
    };
  },
});
