/**
 * A place in a sorted list: the values that its rows are sorted by, the last of which tells rows apart that are alike in the
 * others. The row itself may be gone: the list goes on after where it was.
 */
export type Place = readonly (string | number | boolean)[];

/** A page of a list, with the places that the pages around it end before and go on after; `null` where there is none. */
export type Page<Row, At extends Place = Place> = { rows: Row[]; previous: At | null; next: At | null };

/** A place as it stands in an address. */
export const placeText = (place: Place): string => JSON.stringify(place).slice(1, -1);

/** The values of a place that stands in an address; `null` for what is none. Whether they fit a list is for the list to say. */
export const readPlace = (text: string): unknown[] | null => {
  try {
    const values: unknown = JSON.parse(`[${text}]`);
    return Array.isArray(values) && values.length > 0 ? values : null;
  } catch {
    return null;
  }
};
