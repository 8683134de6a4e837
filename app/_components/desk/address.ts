import { withQuery } from '@/app/_forms/page-input';
import { type DeskFilter, type DeskSort, deskAddressOf } from '@/domain/tickets/desk-list';

/** The address of the desk's list with this filter and order, from its beginning. */
export const deskHref = (base: string, filter: DeskFilter, sort: DeskSort): string =>
  withQuery(base, deskAddressOf(filter, sort));

/** A filter without one of its parts; the status falls back to what is still to be done. */
export const without = (filter: DeskFilter, part: keyof DeskFilter): DeskFilter => {
  const { [part]: _, ...rest } = filter;
  return { status: 'open', ...rest };
};
