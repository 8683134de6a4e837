import { z } from 'zod';
import type { Tx } from '@/db/client';
import {
  fieldForUpdate,
  listPortals,
  orderFields,
  orderPortals,
  orderTypes,
  typeForUpdate,
  typeWithFields,
} from '@/db/forms/queries';
import { notFound } from '@/domain/refusal';
import { action } from '../kernel/action';

/** The keys of a row's neighbours in their order, and how they are put in another. */
const neighbours = async (tx: Tx, what: 'portal' | 'type' | 'field', id: string) => {
  if (what === 'field') {
    const { fields } = await typeWithFields(tx, (await fieldForUpdate(tx, id)).typeKey);
    return { keys: fields.map((field) => field.id), order: orderFields };
  }
  const portals = await listPortals(tx);
  if (what === 'portal') return { keys: portals.map(({ key }) => key), order: orderPortals };
  const { portal } = await typeForUpdate(tx, id);
  const types = portals.find(({ key }) => key === portal)?.types ?? [];
  return { keys: types.map(({ key }) => key), order: orderTypes };
};

/** Moves a portal, a type of its portal or a field of its form one place up or down; at the end of the row nothing happens. */
export const move = action({
  permission: 'forms.move',
  input: z.object({
    what: z.enum(['portal', 'type', 'field']),
    id: z.string().min(1).max(60),
    way: z.enum(['up', 'down']),
  }),
  async run({ tx, input: { what, id, way }, audit }) {
    if (what === 'field' && !z.uuid().safeParse(id).success) throw notFound('field');
    const { keys, order } = await neighbours(tx, what, id);
    const from = keys.indexOf(id);
    if (from < 0) throw notFound(what);
    const to = way === 'up' ? from - 1 : from + 1;
    const other = keys[to];
    if (other !== undefined) {
      keys[to] = id;
      keys[from] = other;
      await order(tx, keys);
    }
    audit({ type: what === 'type' ? 'requestType' : what, id }, { way });
    return { id };
  },
});
