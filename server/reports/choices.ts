import { typeNames } from '@/db/forms/queries';
import { listTeams } from '@/db/teams/queries';
import { query } from '../kernel/action';
import { askedFor, reportInput } from './scope';

/** The filter of the reports as it was understood, in whose time zone, and what one may choose from: one's own teams, for agents. */
export const choices = query({
  permission: 'reports.choices',
  input: reportInput,
  async run({ db, actor, input, now }) {
    const { filter, fault, scope } = await askedFor(db, actor, input, now);
    const { timeZone, teamIds } = scope;
    const [teams, types] = await Promise.all([listTeams(db), typeNames(db)]);
    return {
      filter,
      fault,
      timeZone,
      everything: teamIds === null,
      teams: teams.filter(({ id }) => teamIds === null || teamIds.includes(id)).map(({ id, name }) => ({ id, name })),
      types,
    };
  },
});
