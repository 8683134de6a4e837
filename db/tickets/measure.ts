import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type Database, type Reader, type Tx, withDatabase } from '../client';
import { connectionOptions } from '../connection';

/** How large the made-up desk is, and the texts its people write with. */
export type LargeDesk = {
  organisations: number;
  customers: number;
  agents: number;
  requests: number;
  subjects: readonly string[];
  paragraphs: readonly string[];
};

/** A number from 0 to 1 (excluded) for a row and a purpose: the same at each filling. */
const CHANCE = sql.raw(`
create function pg_temp.chance(item bigint, purpose int) returns float8 language sql immutable as
  $$ select (hashint8extended(item, purpose) & 1048575)::float8 / 1048576 $$`);

const idOf = (kind: string, row: string): string =>
  `('${kind}0000000-0000-4000-8000-' || lpad(to_hex(${row}), 12, '0'))::uuid`;
const ORGANISATION = (row: string): string => idOf('a', row);
const CUSTOMER = (row: string): string => idOf('b', row);
const AGENT = (row: string): string => idOf('c', row);
const TEAM = (row: string): string => idOf('d', row);
const TICKET = (row: string): string => idOf('e', row);
/** Message `n` of a request; a request has fewer than 64. */
const MESSAGE = (row: string, n: string): string => idOf('f', `(${row} * 64 + ${n})`);

const TEAMS = 6;
/** A few organisations have many people, most have a handful. */
const ofOrganisation = (customer: string): string =>
  `(1 + floor(power(pg_temp.chance(${customer}, 1), 3) * (select organisations from size))::bigint)`;
/** So many messages, from two to nineteen, some six on average. */
const messagesOf = (row: string): string => `(2 + floor(power(pg_temp.chance(${row}, 6), 3) * 18))::int`;

/** Most requests are done; of the others some wait. */
const STATUS = `case
  when chance < 0.950 then 'closed' when chance < 0.965 then 'resolved' when chance < 0.972 then 'waiting_customer'
  when chance < 0.980 then 'submitted' when chance < 0.990 then 'in_review' when chance < 0.994 then 'qualified'
  when chance < 0.997 then 'in_development' else 'waiting_partner' end`;

const PEOPLE = [
  `insert into organisations (id, name, access) select ${ORGANISATION('i')}, 'Association ' || i, 'invitation'
   from generate_series(1::bigint, (select organisations from size)) i`,
  `insert into users (id, email, name, role, email_verified_at, sessions_valid_from)
   select ${CUSTOMER('i')}, 'membre.' || i || '@associations.example', 'Alex Martin ' || i, 'customer', now(), 'epoch'
   from generate_series(1::bigint, (select customers from size)) i`,
  `insert into users (id, email, name, role, email_verified_at, sessions_valid_from)
   select ${AGENT('i')}, 'agent.' || i || '@guichet.example', 'Agent ' || i, 'agent', now(), 'epoch'
   from generate_series(1::bigint, (select agents from size)) i`,
  `insert into memberships (organisation_id, user_id, manager)
   select ${ORGANISATION(ofOrganisation('i'))}, ${CUSTOMER('i')}, pg_temp.chance(i, 2) < 0.05
   from generate_series(1::bigint, (select customers from size)) i`,
  `insert into teams (id, name) select ${TEAM('i')}, jsonb_build_object('fr', 'Équipe ' || i, 'en', 'Team ' || i)
   from generate_series(1::bigint, ${TEAMS}) i`,
  `insert into team_members (team_id, user_id) select ${TEAM(`(1 + i % ${TEAMS})`)}, ${AGENT('i')}
   from generate_series(1::bigint, (select agents from size)) i`,
];

const REQUESTS = `
with levels as (select array_agg(key order by from_severity desc) as keys from criticality_levels where active),
types as (select array_agg(key order by key) as keys from request_types),
drawn as (
  select i, pg_temp.chance(i, 3) as chance, 1 + floor(power(pg_temp.chance(i, 4), 2) * (select customers from size))::bigint as customer,
    now() - make_interval(mins => ((1 - i::float8 / (select requests from size)) * 4 * 365 * 1440)::int) as opened
  from generate_series(1::bigint, (select requests from size)) i
), placed as (select *, ${STATUS} as status from drawn)
insert into tickets (id, number, type_key, subject, requester_id, organisation_id, locale, status, team_id, assignee_id,
  created_at, last_activity_at, first_answered_at, resolved_at, closed_at, status_since, criticality, priority, due_at, due_clock)
overriding system value
select ${TICKET('i')}, 1000 + i, (select keys[1 + i % array_length(keys, 1)] from types),
  (select body from subjects where place = i % (select subjects from size)), ${CUSTOMER('customer')}, ${ORGANISATION(ofOrganisation('customer'))}, 'fr', status,
  ${TEAM(`(1 + i % ${TEAMS})`)},
  case when status = 'submitted' and i % 3 > 0 then null else ${AGENT('(1 + i % (select agents from size))')} end,
  opened, opened + interval '2 days', case when status <> 'submitted' then opened + interval '3 hours' end,
  case when status in ('closed', 'resolved') then opened + interval '2 days' end,
  case when status = 'closed' then opened + interval '16 days' end, opened + interval '2 days',
  (select keys[1 + floor(sqrt(pg_temp.chance(i, 5)) * array_length(keys, 1))] from levels), floor(pg_temp.chance(i, 5) * 100)::int,
  case when status in ('submitted', 'qualified', 'in_review') then now() + make_interval(hours => (pg_temp.chance(i, 7) * 400 - 40)::int) end,
  case when status in ('submitted', 'qualified', 'in_review') then 'resolution' end
from placed`;

const HISTORY = [
  `insert into ticket_messages (id, ticket_id, author_id, visibility, body_html, body_text, created_at)
   select ${MESSAGE('(t.number - 1000)', 'n')}, t.id, case when n % 2 = 0 then t.requester_id else ${AGENT('(1 + t.number % (select agents from size))')} end,
     case when n % 7 = 6 then 'internal' else 'public' end, '<p>' || body || '</p>', body, t.created_at + n * interval '3 hours'
   from tickets t cross join lateral generate_series(0, ${messagesOf('t.number')} - 1) n
   join paragraphs on place = (t.number * 13 + n * 7919) % (select paragraphs from size)`,
  `insert into ticket_events (ticket_id, kind, actor_id, data, at)
   select t.id, 'opened', t.requester_id, '{}'::jsonb, t.created_at from tickets t`,
  `insert into ticket_events (ticket_id, kind, actor_id, data, at)
   select m.ticket_id, case when m.visibility = 'internal' then 'noted' else 'replied' end, m.author_id,
     jsonb_build_object('messageId', m.id) || case when m.visibility = 'internal' then '{}'::jsonb
       else jsonb_build_object('side', case when m.author_id = t.requester_id then 'requester' else 'agent' end) end, m.created_at
   from ticket_messages m join tickets t on t.id = m.ticket_id where m.created_at > t.created_at`,
  `insert into ticket_events (ticket_id, kind, actor_id, data, at)
   select t.id, 'moved', t.assignee_id, jsonb_build_object('from', 'submitted', 'to', t.status, 'by', 'agent'), t.status_since
   from tickets t where t.status <> 'submitted'`,
  `insert into ticket_clocks (ticket_id, kind, turn, started_at, warn_at, due_at, settled_at, outcome)
   select t.id, 'resolution', 0, t.created_at, t.created_at + interval '4 days', coalesce(t.due_at, t.created_at + interval '5 days'),
     t.resolved_at, case when t.resolved_at is not null then 'kept' end
   from tickets t`,
  `update ticket_clocks set warned_at = warn_at, breached_at = case when due_at < now() then due_at end where settled_at is null`,
  `insert into ticket_followers (ticket_id, user_id)
   select t.id, ${CUSTOMER('(1 + (t.number * 31) % (select customers from size))')} from tickets t where t.number % 50 = 0
   on conflict do nothing`,
  `insert into tags (name) select 'étiquette ' || i from generate_series(1, 60) i`,
  `insert into ticket_tags (ticket_id, tag_id)
   select t.id, (select id from tags order by name offset (t.number % 60) limit 1) from tickets t where t.number % 200 = 0`,
  `select setval(pg_get_serial_sequence('tickets', 'number'), (select max(number) from tickets))`,
];

const makeTexts = async (tx: Tx, name: string, texts: readonly string[]): Promise<void> => {
  await tx.execute(sql`
    create temp table ${sql.identifier(name)} on commit drop as
    select place - 1 as place, body from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality as t(body, place)`);
  await tx.execute(sql`create index on ${sql.identifier(name)} (place)`);
  await tx.execute(sql`analyze ${sql.identifier(name)}`);
};

/**
 * Fills an empty installation with a desk of many years, past every rule: for benchmarks on a database of their own. A
 * few organisations and people write most requests, and nearly all of these are done.
 */
export const fillLargeDesk = async (db: Database, desk: LargeDesk, tell: (done: string) => void): Promise<void> => {
  const { organisations, customers, agents, requests, subjects, paragraphs } = desk;
  await db.transaction(async (tx) => {
    // Rows are made to fit; checking each reference would take most of the time.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(CHANCE);
    await tx.execute(sql`
      create temp table size on commit drop as
      select ${organisations}::bigint as organisations, ${customers}::bigint as customers, ${agents}::bigint as agents,
        ${requests}::bigint as requests, ${subjects.length}::bigint as subjects, ${paragraphs.length}::bigint as paragraphs`);
    await makeTexts(tx, 'subjects', subjects);
    await makeTexts(tx, 'paragraphs', paragraphs);
    for (const statement of PEOPLE) await tx.execute(sql.raw(statement));
    tell('people');
    await tx.execute(sql.raw(REQUESTS));
    tell('requests');
    for (const statement of HISTORY) await tx.execute(sql.raw(statement));
    tell('messages and facts');
  });
  await db.execute(sql`vacuum analyze`);
};

/** What benchmarks ask about: people and requests of the filled desk. */
export type LargeDeskSample = {
  agents: string[];
  /** Managers of the organisations with most requests. */
  managers: string[];
  /** People with something still to be done, each with the number of one such request. */
  customers: { id: string; number: number }[];
  /** A request in the middle of all, with the instants that lists are sorted by, in epoch milliseconds. */
  middle: { number: number; createdAt: number; lastActivityAt: number };
};

const ids = (rows: Iterable<Record<string, unknown>>): string[] => [...rows].map(({ id }) => String(id));

/** Finds some of the people and requests of a filled desk. */
export const sampleLargeDesk = async (db: Reader): Promise<LargeDeskSample> => {
  const agents = await db.execute(sql`select id from users where role = 'agent' order by id`);
  const managers = await db.execute(sql`
    select m.user_id as id from memberships m
    join (select organisation_id, count(*) as held from tickets group by 1 order by 2 desc limit 40) o using (organisation_id)
    where m.manager order by o.held desc limit 60`);
  const customers = await db.execute<{ id: string; number: string }>(sql`
    select requester_id as id, max(number) as number from tickets where status in ('submitted', 'in_review', 'qualified')
    group by 1 order by 1`);
  const [middle] = await db.execute<{ number: string; created: number; active: number }>(sql`
    select number, floor(extract(epoch from created_at) * 1000)::float8 as created,
      floor(extract(epoch from last_activity_at) * 1000)::float8 as active
    from tickets order by created_at, number offset (select count(*) / 2 from tickets) limit 1`);
  if (!middle) throw new Error('There is no request to begin from');
  return {
    agents: ids(agents),
    managers: ids(managers),
    customers: [...customers].map(({ id, number }) => ({ id, number: Number(number) })),
    middle: { number: Number(middle.number), createdAt: middle.created, lastActivityAt: middle.active },
  };
};

/** How many messages a request has. */
export const countMessages = async (db: Reader, number: number): Promise<number> => {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from ticket_messages m join tickets t on t.id = m.ticket_id where t.number = ${number}`);
  return row?.count ?? 0;
};

/** How often the tables of requests were gone through from end to end so far. */
export const deskScans = async (db: Reader): Promise<number> => {
  const [row] = await db.execute<{ scans: number }>(sql`
    select coalesce(sum(seq_scan), 0)::int as scans from pg_stat_user_tables
    where relname in ('tickets', 'ticket_messages', 'ticket_events', 'ticket_clocks')`);
  return row?.scans ?? 0;
};

/** How Postgres answers a statement: its plan as lines, and how long it took in ms. */
export type Explained = { statement: string; plan: readonly string[]; took: number };

type Asked = { text: string; params: unknown[] };

/** Runs some work on a connection of its own and explains each statement with which it read from the tables of requests. */
export const explained = async (address: string, work: () => Promise<unknown>): Promise<Explained[]> => {
  const asked: Asked[] = [];
  const client = postgres({ ...connectionOptions(address), max: 1, onnotice: () => undefined });
  const debugged = postgres({
    ...connectionOptions(address),
    max: 4,
    onnotice: () => undefined,
    debug: (_connection, text, params) => asked.push({ text, params: [...params] }),
  });
  try {
    await withDatabase(drizzle(debugged), work);
    const found: Explained[] = [];
    for (const { text, params } of asked.filter(
      ({ text }) => /^\s*(?:select|with)\b/i.test(text) && /tickets|ticket_/.test(text),
    )) {
      const rows = await client.unsafe(
        `explain (analyze, costs off, timing off, summary on) ${text}`,
        params as string[],
      );
      const plan = rows.map((row) => String(row['QUERY PLAN']));
      const took = Number(/Execution Time: ([\d.]+)/.exec(plan.join('\n'))?.[1] ?? Number.NaN);
      found.push({ statement: text.replace(/\s+/g, ' ').slice(0, 100), plan, took });
    }
    return found;
  } finally {
    await debugged.end({ timeout: 5 });
    await client.end({ timeout: 5 });
  }
};

/**
 * Reads what a desk is made of once from end to end, tables and indexes: a server that has been at work for a week has
 * them in the machine's memory, one that was started for a benchmark has to fetch each page from the disk.
 */
export const readThroughDesk = async (db: Reader): Promise<void> => {
  await db.execute(sql`create extension if not exists pg_prewarm`);
  await db.execute(sql`
    select sum(pg_prewarm(oid::regclass, 'read')) from pg_class
    where relkind in ('r', 'i', 't') and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`);
};

/** How many jobs the worker should have done by now. */
export const dueJobs = async (db: Reader): Promise<number> => {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from graphile_worker.jobs
    where run_at <= now() and attempts < max_attempts and key is distinct from 'search.content'`);
  return row?.count ?? 0;
};
