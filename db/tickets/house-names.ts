import type { LocalisedText } from '@/domain/people/localised';
import type { Reader } from '../client';
import { typeNames } from '../forms/queries';
import { listLevels } from '../sla/queries';
import { listTeams } from '../teams/queries';

/** What a type is called that was added a moment ago, of which this process has not heard yet. */
const unheardOf = (key: string): LocalisedText => ({ fr: key, en: key });

const byKey = <Named extends { key: string; name: LocalisedText }>(rows: readonly Named[]) =>
  new Map(rows.map((row) => [row.key, row]));

/**
 * Gives the rows of a list the names of their types. The house has few types, levels and teams and remembers them: looked
 * up in Postgres for each row, their names took a good part of what a list takes.
 */
export const withTypeNames = async <Row extends { typeKey: string }>(db: Reader, rows: readonly Row[]) => {
  const types = byKey(await typeNames(db));
  return rows.map(({ typeKey, ...row }) => ({ ...row, typeName: types.get(typeKey)?.name ?? unheardOf(typeKey) }));
};

/** The same for the names of levels, with the severity from which each applies, and of teams. */
export const withHouseNames = async <
  Row extends { typeKey: string; criticality: string | null; teamId: string | null },
>(
  db: Reader,
  rows: readonly Row[],
) => {
  const [named, levels, teams] = await Promise.all([
    withTypeNames(db, rows),
    listLevels(db).then(byKey),
    listTeams(db).then((all) => new Map(all.map(({ id, name }) => [id, name]))),
  ]);
  return named.map(({ criticality, teamId, ...row }) => {
    const level = levels.get(criticality ?? '');
    return {
      ...row,
      levelName: level?.name ?? null,
      severity: level?.fromSeverity ?? null,
      teamName: teams.get(teamId ?? '') ?? null,
    };
  });
};
