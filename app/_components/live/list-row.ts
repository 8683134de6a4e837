/** A row of a live list as it was drawn: `mark` is all that can change of it in its place. */
export type ListRow = { number: number; mark: string };

type Listed = { number: number; lastActivityAt: Date; status: string; unread: boolean };

/** What a row of *Mes demandes* shows that can change in its place. */
export const listRow = ({ number, lastActivityAt, status, unread }: Listed): ListRow => ({
  number,
  mark: `${lastActivityAt.getTime()} ${status} ${unread}`,
});
