import { and, asc, eq } from 'drizzle-orm';
import type { FieldChange } from '@/domain/forms/correcting';
import type { FieldValue } from '@/domain/forms/values';
import type { Reader, Tx } from '../client';
import type { RequestField } from '../forms/queries';
import { requestFields } from '../forms/schema';
import { ticketValues } from './values-schema';

/** Keeps what a request says in the fields of its form. */
export const insertValues = async (
  tx: Tx,
  ticketId: string,
  fields: readonly Pick<RequestField, 'id' | 'key'>[],
  values: Readonly<Record<string, FieldValue>>,
): Promise<void> => {
  const rows = fields.flatMap(({ id, key }) => {
    const value = values[key];
    return value === undefined ? [] : [{ ticketId, fieldId: id, value }];
  });
  if (rows.length > 0) await tx.insert(ticketValues).values(rows);
};

/** Changes what a request says in the fields of its form: a value takes the place of the one before, `null` takes it away. */
export const changeValues = async (
  tx: Tx,
  ticketId: string,
  fields: readonly Pick<RequestField, 'id' | 'key'>[],
  changes: readonly FieldChange[],
): Promise<void> => {
  for (const { id: fieldId, key } of fields) {
    const value = changes.find((change) => change.key === key)?.after;
    if (value === undefined) continue;
    if (value === null) {
      await tx.delete(ticketValues).where(and(eq(ticketValues.ticketId, ticketId), eq(ticketValues.fieldId, fieldId)));
    } else {
      await tx
        .insert(ticketValues)
        .values({ ticketId, fieldId, value })
        .onConflictDoUpdate({ target: [ticketValues.ticketId, ticketValues.fieldId], set: { value } });
    }
  }
};

/**
 * What a request says in the fields of its form, in their order, and of forms that it was filed under before (`typeKey`). The
 * request must have been loaded through the actor.
 */
export const valuesOf = async (db: Reader, ticketId: string) =>
  db
    .select({
      typeKey: requestFields.typeKey,
      key: requestFields.key,
      kind: requestFields.kind,
      label: requestFields.label,
      options: requestFields.options,
      value: ticketValues.value,
    })
    .from(ticketValues)
    .innerJoin(requestFields, eq(requestFields.id, ticketValues.fieldId))
    .where(eq(ticketValues.ticketId, ticketId))
    .orderBy(asc(requestFields.position), asc(requestFields.key));
