/** More people are not offered to choose from at once: who has more looks for somebody by name. */
export const MOST_OFFERED = 100;

/** People to choose from, and whether there are more than these. */
export type PeopleOffered = { people: { id: string; name: string }[]; more: boolean };

/** What is offered of some people, read one beyond the most. */
export const offeredOf = (read: readonly { id: string; name: string }[]): PeopleOffered => ({
  people: read.slice(0, MOST_OFFERED),
  more: read.length > MOST_OFFERED,
});
