import { and, eq, ilike, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import type { AuditKind } from '@/domain/audit/filter';
import type { LocalisedText } from '@/domain/people/localised';
import type { Reader } from '../client';
import { incidents } from '../incidents/schema';
import { auditEntries } from '../kernel/schema';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import { organisations, users } from '../people/schema';
import { themes } from '../roadmap/schema';
import { teams } from '../teams/schema';
import { tickets } from '../tickets/schema';

/** What the log is asked for: instants, and pieces of names and addresses as they were typed. */
export type AuditQuestion = {
  kind: AuditKind;
  who?: string | undefined;
  verb?: string | undefined;
  /** A request by its number, or a piece of a name or address. */
  subject?: number | string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
};

/** A place in the log: an instant, in epoch milliseconds, and the entry's number. */
type AuditPlace = [at: number, id: number];

/** More people or things of one name are not looked for. */
const MOST_NAMED = 200;

const peopleNamed = (text: string): SQL =>
  sql`select ${users.id} from ${users} where ${or(ilike(users.name, containing(text)), ilike(users.email, containing(text)))} limit ${sql.raw(String(MOST_NAMED))}`;

const ofSubject = (subject: number | string): SQL => {
  if (typeof subject === 'number') {
    return sql`${auditEntries.targetType} = 'ticket' and ${auditEntries.targetId} = (select ${tickets.id}::text from ${tickets} where ${tickets.number} = ${subject})`;
  }
  return sql`${auditEntries.targetId} = any(array(
    select named.id::text from (
      (${peopleNamed(subject)}) union all
      (select ${organisations.id} from ${organisations} where ${ilike(organisations.name, containing(subject))} limit ${sql.raw(String(MOST_NAMED))}) union all
      (select ${teams.id} from ${teams} where ${ilike(sql`${teams.name} ->> 'fr'`, containing(subject))})
    ) named(id)))`;
};

const ofVerb = (verb: string): SQL =>
  verb.includes('.') ? eq(auditEntries.action, verb) : like(auditEntries.action, `${verb}.%`);

const conditions = ({ kind, who, verb, subject, from, until }: AuditQuestion): SQL | undefined =>
  and(
    kind === 'all' ? undefined : sql`${auditEntries.actorKind} ${sql.raw(kind === 'system' ? '=' : '<>')} 'system'`,
    who === undefined ? undefined : sql`${auditEntries.actorId} = any(array(${peopleNamed(who)}))`,
    verb === undefined ? undefined : ofVerb(verb),
    subject === undefined ? undefined : ofSubject(subject),
    from === undefined ? undefined : sql`${auditEntries.at} >= ${instantBound(from.getTime())}`,
    until === undefined ? undefined : sql`${auditEntries.at} < ${instantBound(until.getTime())}`,
  );

const NEWEST_FIRST = {
  by: [auditEntries.at, auditEntries.id],
  falls: true,
  bounds: ([at, id]: AuditPlace) => [instantBound(at), sql`${id}::bigint`],
};

/** Entries of the log, the newest first, with the name of who did it. */
export const auditEntriesOf = async (db: Reader, question: AuditQuestion, part: Part<AuditPlace>) => {
  const { where, orderBy, limit } = cut(NEWEST_FIRST, part);
  const rows = await db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      actorName: users.name,
      targetType: auditEntries.targetType,
      targetId: auditEntries.targetId,
      data: auditEntries.data,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(and(conditions(question), where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ at, id }): AuditPlace => [at.getTime(), id]);
};

/** What an entry speaks of, as people call it. */
export type Named =
  | { kind: 'ticket'; number: number; subject: string }
  | { kind: 'person' | 'organisation'; name: string }
  | { kind: 'team' | 'level' | 'incident' | 'theme'; name: LocalisedText };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The names of requests, people, organisations, teams, incidents and themes, by their ids; ids of anything else are passed over. */
export const namesBehind = async (db: Reader, ids: readonly string[]): Promise<Map<string, Named>> => {
  const known = [...new Set(ids)].filter((id) => UUID.test(id));
  const named = new Map<string, Named>();
  if (known.length === 0) return named;
  const people = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, known));
  for (const { id, name } of people) named.set(id, { kind: 'person', name });
  const houses = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, known));
  for (const { id, name } of houses) named.set(id, { kind: 'organisation', name });
  const desks = await db.select({ id: teams.id, name: teams.name }).from(teams).where(inArray(teams.id, known));
  for (const { id, name } of desks) named.set(id, { kind: 'team', name: name ?? { fr: '' } });
  const outages = await db
    .select({ id: incidents.id, name: incidents.title })
    .from(incidents)
    .where(inArray(incidents.id, known));
  for (const { id, name } of outages) named.set(id, { kind: 'incident', name });
  const plans = await db.select({ id: themes.id, name: themes.title }).from(themes).where(inArray(themes.id, known));
  for (const { id, name } of plans) named.set(id, { kind: 'theme', name });
  const requests = await db
    .select({ id: tickets.id, number: tickets.number, subject: tickets.subject })
    .from(tickets)
    .where(inArray(tickets.id, known));
  for (const { id, number, subject } of requests) named.set(id, { kind: 'ticket', number, subject });
  return named;
};
