import { and, asc, count, countDistinct, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { LocalisedText } from '@/domain/people/localised';
import type { Tie } from '@/domain/tickets/ties';
import type { Reader, Tx } from '../client';
import { incidents } from '../incidents/schema';
import { holds } from '../people/read-alike';
import { remembered } from '../remembered';
import { themes } from '../roadmap/schema';
import { stillToDoIn, tickets } from './schema';
import { ticketIncidents, ticketThemes } from './ties-schema';

const INCIDENT = {
  id: incidents.id,
  title: incidents.title,
  status: incidents.status,
  startedAt: incidents.startedAt,
  resolvedAt: incidents.resolvedAt,
};
const THEME = {
  id: themes.id,
  key: themes.key,
  title: themes.title,
  state: themes.state,
  horizon: themes.horizon,
  quarter: themes.quarter,
};

/** What a request is tied to, as everybody may read it: incidents, the newest first, and themes in their order. The request itself must have been loaded through the actor. */
export const tiesOf = async (db: Reader, ticketId: string) => {
  const [itsIncidents, itsThemes] = await Promise.all([
    db
      .select(INCIDENT)
      .from(ticketIncidents)
      .innerJoin(incidents, eq(incidents.id, ticketIncidents.incidentId))
      .where(eq(ticketIncidents.ticketId, ticketId))
      .orderBy(desc(incidents.startedAt)),
    db
      .select(THEME)
      .from(ticketThemes)
      .innerJoin(themes, eq(themes.id, ticketThemes.themeId))
      .where(eq(ticketThemes.ticketId, ticketId))
      .orderBy(asc(themes.position)),
  ]);
  return { incidents: itsIncidents, themes: itsThemes };
};

/** The ties of a request alone, for another request to take over. */
export const tieIdsOf = async (db: Reader, ticketId: string): Promise<Tie[]> => {
  const { incidents: one, themes: other } = await tiesOf(db, ticketId);
  return [
    ...one.map(({ id }) => ({ to: 'incident' as const, id })),
    ...other.map(({ id }) => ({ to: 'theme' as const, id })),
  ];
};

/** Whether there is what a request is to be tied to. */
export const isTieable = async (db: Reader, { to, id }: Tie): Promise<boolean> => {
  const table = to === 'incident' ? incidents : themes;
  return (await db.select({ id: table.id }).from(table).where(eq(table.id, id))).length > 0;
};

type Made = { by: string | null; now: Date };

/** Ties a request; answers whether it was not tied so yet. */
export const insertTie = async (tx: Tx, ticketId: string, { to, id }: Tie, { by, now }: Made): Promise<boolean> => {
  const made = { ticketId, createdBy: by, createdAt: now };
  const rows =
    to === 'incident'
      ? await tx
          .insert(ticketIncidents)
          .values({ ...made, incidentId: id })
          .onConflictDoNothing()
          .returning({ id: ticketIncidents.ticketId })
      : await tx
          .insert(ticketThemes)
          .values({ ...made, themeId: id })
          .onConflictDoNothing()
          .returning({ id: ticketThemes.ticketId });
  return rows.length > 0;
};

/** Takes a tie away; answers whether there was one. With `madeAt`, only one that was made at that moment. */
export const deleteTie = async (tx: Tx, ticketId: string, { to, id }: Tie, madeAt?: Date): Promise<boolean> => {
  const then = (createdAt: AnyPgColumn): SQL | undefined => madeAt && eq(createdAt, madeAt);
  const rows =
    to === 'incident'
      ? await tx
          .delete(ticketIncidents)
          .where(
            and(
              eq(ticketIncidents.ticketId, ticketId),
              eq(ticketIncidents.incidentId, id),
              then(ticketIncidents.createdAt),
            ),
          )
          .returning({ id: ticketIncidents.ticketId })
      : await tx
          .delete(ticketThemes)
          .where(and(eq(ticketThemes.ticketId, ticketId), eq(ticketThemes.themeId, id), then(ticketThemes.createdAt)))
          .returning({ id: ticketThemes.ticketId });
  return rows.length > 0;
};

/** So many of each are offered at once; who means another one looks for it. */
const MOST_OFFERED = 20;

type Offer<Row> = { rows: Row[]; more: boolean };

const offered = <Row>(rows: Row[]): Offer<Row> => ({
  rows: rows.slice(0, MOST_OFFERED),
  more: rows.length > MOST_OFFERED,
});

const named = (title: AnyPgColumn, text: string): SQL | undefined =>
  text ? holds(sql`(${title}::jsonb ->> 'fr') || ' ' || coalesce(${title}::jsonb ->> 'en', '')`, text) : undefined;

/**
 * Incidents that requests may be tied to, those that go on first and then the newest, by a piece of their title; and whether
 * there are more.
 */
export const tieableIncidents = async (db: Reader, text: string) =>
  offered(
    await db
      .select(INCIDENT)
      .from(incidents)
      .where(named(incidents.title, text))
      .orderBy(desc(isNull(incidents.resolvedAt)), desc(incidents.startedAt))
      .limit(MOST_OFFERED + 1),
  );

/** Themes that requests may be tied to, in their order, by a piece of their title; and whether there are more. */
export const tieableThemes = async (db: Reader, text: string) =>
  offered(
    await db
      .select(THEME)
      .from(themes)
      .where(named(themes.title, text))
      .orderBy(asc(themes.position), asc(themes.createdAt))
      .limit(MOST_OFFERED + 1),
  );

/** What is offered before anybody has looked for something: every page of the desk shows it. */
export const firstTieable = async (db: Reader) =>
  remembered('desk', 'tieable', db, async () => ({
    incidents: await tieableIncidents(db, ''),
    themes: await tieableThemes(db, ''),
  }));

/** One incident and one theme that a filter names, whether or not they are offered. */
export const tieNamed = async (
  db: Reader,
  { incident, theme }: { incident?: string | undefined; theme?: string | undefined },
) => ({
  incidents: incident ? await db.select(INCIDENT).from(incidents).where(eq(incidents.id, incident)) : [],
  themes: theme ? await db.select(THEME).from(themes).where(eq(themes.key, theme)) : [],
});

/** What an incident or a theme is called, and the key by which a theme has its page. */
export type TieTitle = { title: LocalisedText; key: string | null };

/** What incidents and themes are called, by their ids. */
export const tieTitles = async (db: Reader, ties: readonly Tie[]): Promise<Map<string, TieTitle>> => {
  const idsOf = (kind: Tie['to']) => [...new Set(ties.flatMap(({ to, id }) => (to === kind ? [id] : [])))];
  const [ofIncidents, ofThemes] = [idsOf('incident'), idsOf('theme')];
  const [some, others] = await Promise.all([
    ofIncidents.length > 0 ? db.select(INCIDENT).from(incidents).where(inArray(incidents.id, ofIncidents)) : [],
    ofThemes.length > 0 ? db.select(THEME).from(themes).where(inArray(themes.id, ofThemes)) : [],
  ]);
  return new Map<string, TieTitle>([
    ...some.map(({ id, title }) => [id, { title, key: null }] as const),
    ...others.map(({ id, title, key }) => [id, { title, key }] as const),
  ]);
};

/** How many requests are tied to an incident or a theme, how many of these are still to be done, and of how many people and organisations they are. */
export const countTied = async (db: Reader, { to, id }: Tie) => {
  const table = to === 'incident' ? ticketIncidents : ticketThemes;
  const [row] = await db
    .select({
      requests: count(),
      open: sql<number>`(count(*) filter (where ${stillToDoIn(sql`${tickets.status}`)}))::int`,
      people: countDistinct(tickets.requesterId),
      organisations: countDistinct(tickets.organisationId),
    })
    .from(table)
    .innerJoin(tickets, eq(tickets.id, table.ticketId))
    .where(to === 'incident' ? eq(ticketIncidents.incidentId, id) : eq(ticketThemes.themeId, id));
  return row ?? { requests: 0, open: 0, people: 0, organisations: 0 };
};

/** Requests tied to an incident, worded so that an index of `tickets` finds them. */
export const tiedToIncident = (incidentId: string): SQL =>
  sql`${tickets.id} = any(array(select ${ticketIncidents.ticketId} from ${ticketIncidents} where ${ticketIncidents.incidentId} = ${incidentId}))`;

/** Requests tied to a theme, by its key. */
export const tiedToTheme = (key: string): SQL =>
  sql`${tickets.id} = any(array(select ${ticketThemes.ticketId} from ${ticketThemes} join ${themes} on ${themes.id} = ${ticketThemes.themeId} where ${themes.key} = ${key}))`;
