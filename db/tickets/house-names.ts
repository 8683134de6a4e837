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

/**
 * What a type, a level and a team are called, by their keys: the names of levels with the severity from which each applies.
 * A list writes them into its rows itself, since copying a row once more for each took as long as reading it.
 */
export const houseNames = async (db: Reader) => {
  const [types, levels, teams] = await Promise.all([
    typeNames(db).then(byKey),
    listLevels(db).then(byKey),
    listTeams(db).then((all) => new Map(all.map(({ id, name }) => [id, name]))),
  ]);
  return {
    type: (key: string): LocalisedText => types.get(key)?.name ?? unheardOf(key),
    level: (key: string | null) => levels.get(key ?? ''),
    team: (id: string | null): LocalisedText | null => teams.get(id ?? '') ?? null,
  };
};
