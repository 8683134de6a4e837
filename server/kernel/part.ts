import { z } from 'zod';
import { type Page, type Place, placeText, readPlace } from '@/domain/lists/place';

const LONGEST = 1_000;
/** The last moment of the year 9999: how later ones are written is nothing that Postgres reads. */
const LAST_INSTANT = 253_402_300_799_999;

/** Values that places are made of. Instants are epoch milliseconds. */
export const placeValue = {
  // Postgres takes no texts with this sign.
  text: z.string().refine((text) => !text.includes('\0')),
  number: z.number().int().min(0).max(1e15),
  instant: z.number().int().min(0).max(LAST_INSTANT),
  flag: z.boolean(),
  id: z.uuid(),
};

/**
 * The fields of a list's input that say which part is wanted: after a place, or before one. Addresses are typed and shared by
 * people: what is no place of this list begins at its start.
 */
export const partFields = <At extends Place>(shape: z.ZodType<At>) => {
  const field = z
    .string()
    .max(LONGEST)
    .nullish()
    .transform((text): At | null => shape.safeParse(text ? readPlace(text) : null).data ?? null);
  return { after: field, before: field };
};

/** The places of a page as they stand in addresses. */
export const turns = ({ previous, next }: Pick<Page<unknown>, 'previous' | 'next'>) => ({
  previous: previous && placeText(previous),
  next: next && placeText(next),
});
