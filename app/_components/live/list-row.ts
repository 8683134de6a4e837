/** A row of a live list as it was drawn: `mark` is all that can change of it in its place. */
export type ListRow = { number: number; mark: string };

type Listed = { number: number; lastActivityAt: Date; status: string; unread: boolean };

/** What a row of *Mes demandes* shows that can change in its place. */
export const listRow = ({ number, lastActivityAt, status, unread }: Listed): ListRow => ({
  number,
  mark: `${lastActivityAt.getTime()} ${status} ${unread}`,
});

type Queued = Listed & { waitingSince: number | null; answeredAt: number | null };

/** What a row of the desk's list shows that can change in its place. */
export const deskRow = ({ waitingSince, answeredAt, ...listed }: Queued): ListRow => ({
  number: listed.number,
  mark: `${listRow(listed).mark} ${waitingSince} ${answeredAt}`,
});
