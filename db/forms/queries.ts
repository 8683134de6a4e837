import { and, asc, eq, max, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { remembered, rememberedThroughout } from '../remembered';
import { teams } from '../teams/schema';
import { portals, requestFields, requestTypes } from './schema';

export type Portal = typeof portals.$inferSelect;
export type RequestType = typeof requestTypes.$inferSelect;
export type RequestField = typeof requestFields.$inferSelect;

const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
};

/** Request types that can be chosen, portal by portal in their order, each with its portal, the fields of its form, and its team while that is not set aside. */
export const activeForms = (
  db: Reader,
): Promise<readonly { type: RequestType; portal: Portal; teamId: string | null; fields: RequestField[] }[]> =>
  rememberedThroughout('house', 'forms', db, () => readActiveForms(db));

const readActiveForms = async (db: Reader) => {
  const types = await db
    .select({ type: requestTypes, portal: portals, teamId: teams.id })
    .from(requestTypes)
    .innerJoin(portals, eq(portals.key, requestTypes.portal))
    .leftJoin(teams, and(eq(teams.id, requestTypes.teamId), eq(teams.active, true)))
    .where(and(eq(requestTypes.active, true), eq(portals.active, true)))
    .orderBy(asc(portals.position), asc(portals.key), asc(requestTypes.position), asc(requestTypes.key));
  const fields = await db
    .select()
    .from(requestFields)
    .where(eq(requestFields.active, true))
    .orderBy(asc(requestFields.position), asc(requestFields.key));
  const byType = grouped(fields, (field) => field.typeKey);
  return types.map((one) => ({ ...one, fields: byType.get(one.type.key) ?? [] }));
};

// Written out, because columns lose the name of their table in what a query of one table selects.
const typeUsed = sql<boolean>`(
  exists (select 1 from tickets used where used.type_key = request_types.key)
  or exists (select 1 from desk_views used where used.address ->> 'type' = request_types.key)
)`;
const portalUsed = sql<boolean>`(
  exists (select 1 from request_types used where used.portal = portals.key)
  or exists (select 1 from desk_views used where used.address ->> 'portal' = portals.key)
)`;
const fieldUsed = sql<boolean>`exists (select 1 from ticket_values used where used.field_id = request_fields.id)`;
const fieldCount = sql<number>`(select count(*)::int from request_fields own where own.type_key = request_types.key and own.active)`;

/** Every portal and type in their order, with how many fields each type's form has and whether it may be deleted. */
export const listPortals = async (db: Reader) => {
  const rows = await db
    .select({ portal: portals, inUse: portalUsed })
    .from(portals)
    .orderBy(asc(portals.position), asc(portals.key));
  const types = await db
    .select({
      type: requestTypes,
      inUse: typeUsed,
      fields: fieldCount,
    })
    .from(requestTypes)
    .orderBy(asc(requestTypes.position), asc(requestTypes.key));
  const byPortal = grouped(types, ({ type }) => type.portal);
  return rows.map(({ portal, inUse }) => ({
    ...portal,
    inUse,
    types: (byPortal.get(portal.key) ?? []).map(({ type, ...more }) => ({ ...type, ...more })),
  }));
};

/** Every type there ever was, by key and name, in their order. */
export const typeNames = (db: Reader): Promise<readonly Pick<RequestType, 'key' | 'name'>[]> =>
  remembered('house', 'type names', db, async () =>
    db
      .select({ key: requestTypes.key, name: requestTypes.name })
      .from(requestTypes)
      .orderBy(asc(requestTypes.position), asc(requestTypes.key)),
  );

/** The types that can no longer be chosen, by themselves or with their portal, in their order. */
export const retiredTypes = (db: Reader): Promise<readonly Pick<RequestType, 'key' | 'name'>[]> =>
  remembered('house', 'retired types', db, async () =>
    db
      .select({ key: requestTypes.key, name: requestTypes.name })
      .from(requestTypes)
      .innerJoin(portals, eq(portals.key, requestTypes.portal))
      .where(sql`not (${requestTypes.active} and ${portals.active})`)
      .orderBy(asc(portals.position), asc(requestTypes.position), asc(requestTypes.key)),
  );

/** A type, held until the transaction ends. Throws `not-found`. */
export const typeForUpdate = async (tx: Tx, key: string): Promise<RequestType> => {
  const [type] = await tx.select().from(requestTypes).where(eq(requestTypes.key, key)).for('update');
  if (!type) throw notFound('requestType');
  return type;
};

/** A portal, held until the transaction ends. Throws `not-found`. */
export const portalForUpdate = async (tx: Tx, key: string): Promise<Portal> => {
  const [portal] = await tx.select().from(portals).where(eq(portals.key, key)).for('update');
  if (!portal) throw notFound('portal');
  return portal;
};

/** A field, held until the transaction ends. Throws `not-found`. */
export const fieldForUpdate = async (tx: Tx, id: string): Promise<RequestField> => {
  const [field] = await tx.select().from(requestFields).where(eq(requestFields.id, id)).for('update');
  if (!field) throw notFound('field');
  return field;
};

/** One type with all its fields in their order, and which of them requests have answered. Throws `not-found`. */
export const typeWithFields = async (db: Reader, key: string) => {
  const [row] = await db
    .select({ type: requestTypes, inUse: typeUsed })
    .from(requestTypes)
    .where(eq(requestTypes.key, key));
  if (!row) throw notFound('requestType');
  const fields = await db
    .select({ field: requestFields, inUse: fieldUsed })
    .from(requestFields)
    .where(eq(requestFields.typeKey, key))
    .orderBy(asc(requestFields.position), asc(requestFields.key));
  return { ...row.type, inUse: row.inUse, fields: fields.map(({ field, inUse }) => ({ ...field, inUse })) };
};

/** One type with the fields that its form has now, whether it can be chosen or not. Throws `not-found`. */
export const formOf = (db: Reader, key: string): Promise<{ type: RequestType; fields: readonly RequestField[] }> =>
  remembered('house', `form ${key}`, db, () => readForm(db, key));

const readForm = async (db: Reader, key: string) => {
  const rows = await db
    .select({ type: requestTypes, field: requestFields })
    .from(requestTypes)
    .leftJoin(requestFields, and(eq(requestFields.typeKey, requestTypes.key), eq(requestFields.active, true)))
    .where(eq(requestTypes.key, key))
    .orderBy(asc(requestFields.position), asc(requestFields.key));
  const type = rows[0]?.type;
  if (!type) throw notFound('requestType');
  const fields = rows.flatMap(({ field }) => field ?? []);
  return { type, fields };
};

/** The keys that are taken: of portals, of types, or of the fields of a type. */
export const keysOfPortals = async (db: Reader): Promise<string[]> =>
  (await db.select({ key: portals.key }).from(portals)).map(({ key }) => key);
export const keysOfTypes = async (db: Reader): Promise<string[]> =>
  (await db.select({ key: requestTypes.key }).from(requestTypes)).map(({ key }) => key);
export const keysOfFields = async (db: Reader, typeKey: string): Promise<string[]> =>
  (await db.select({ key: requestFields.key }).from(requestFields).where(eq(requestFields.typeKey, typeKey))).map(
    ({ key }) => key,
  );

/** Positions leave gaps, so that a row can be put between two by hand in the database, too. */
const STEP = 10;

/** Adds a portal after the others. */
export const insertPortal = async (tx: Tx, portal: Omit<typeof portals.$inferInsert, 'position'>): Promise<void> => {
  const [last] = await tx.select({ position: max(portals.position) }).from(portals);
  await tx.insert(portals).values({ ...portal, position: (last?.position ?? 0) + STEP });
};

/** Changes a portal. */
export const updatePortal = async (
  tx: Tx,
  key: string,
  change: Partial<typeof portals.$inferInsert>,
): Promise<void> => {
  await tx.update(portals).set(change).where(eq(portals.key, key));
};

/** The position after the last type of a portal. */
export const placeAtEnd = async (tx: Tx, portal: string): Promise<number> => {
  const [last] = await tx
    .select({ position: max(requestTypes.position) })
    .from(requestTypes)
    .where(eq(requestTypes.portal, portal));
  return (last?.position ?? 0) + STEP;
};

/** Adds a type after the others of its portal. */
export const insertType = async (tx: Tx, type: Omit<typeof requestTypes.$inferInsert, 'position'>): Promise<void> => {
  await tx.insert(requestTypes).values({ ...type, position: await placeAtEnd(tx, type.portal) });
};

/** Changes a type. */
export const updateType = async (
  tx: Tx,
  key: string,
  change: Partial<typeof requestTypes.$inferInsert>,
): Promise<void> => {
  await tx.update(requestTypes).set(change).where(eq(requestTypes.key, key));
};

/** Adds a field at the end of a form and answers its id. */
export const insertField = async (
  tx: Tx,
  field: Omit<typeof requestFields.$inferInsert, 'position'>,
): Promise<string> => {
  const [last] = await tx
    .select({ position: max(requestFields.position) })
    .from(requestFields)
    .where(eq(requestFields.typeKey, field.typeKey));
  const [row] = await tx
    .insert(requestFields)
    .values({ ...field, position: (last?.position ?? 0) + STEP })
    .returning({ id: requestFields.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** Whether a request has answered a field. */
export const fieldIsUsed = async (db: Reader, id: string): Promise<boolean> => {
  const [row] = await db.select({ used: fieldUsed }).from(requestFields).where(eq(requestFields.id, id));
  return row?.used ?? false;
};

/** Changes a field. */
export const updateField = async (
  tx: Tx,
  id: string,
  change: Partial<typeof requestFields.$inferInsert>,
): Promise<void> => {
  await tx.update(requestFields).set(change).where(eq(requestFields.id, id));
};

const without = async (rows: Promise<unknown[]>): Promise<boolean> => (await rows).length > 0;

/** Deletes what no request has and nothing belongs to; answers whether it did. */
export const deletePortal = (tx: Tx, key: string): Promise<boolean> =>
  without(
    tx
      .delete(portals)
      .where(and(eq(portals.key, key), sql`not ${portalUsed}`))
      .returning({ key: portals.key }),
  );
export const deleteType = (tx: Tx, key: string): Promise<boolean> =>
  without(
    tx
      .delete(requestTypes)
      .where(and(eq(requestTypes.key, key), sql`not ${typeUsed}`))
      .returning({ key: requestTypes.key }),
  );
export const deleteField = (tx: Tx, id: string): Promise<boolean> =>
  without(
    tx
      .delete(requestFields)
      .where(and(eq(requestFields.id, id), sql`not ${fieldUsed}`))
      .returning({ id: requestFields.id }),
  );

/** Puts rows in the order of these keys. */
export const orderPortals = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  for (const [index, key] of keys.entries()) await updatePortal(tx, key, { position: (index + 1) * STEP });
};
export const orderTypes = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  for (const [index, key] of keys.entries()) await updateType(tx, key, { position: (index + 1) * STEP });
};
export const orderFields = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const [index, id] of ids.entries()) await updateField(tx, id, { position: (index + 1) * STEP });
};
