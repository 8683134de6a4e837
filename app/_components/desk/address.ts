import { withQuery } from '@/app/_forms/page-input';
import { type DeskFilter, type DeskSort, deskAddressOf } from '@/domain/tickets/desk-list';

/** The address of the desk's list with this filter and order, from its beginning. */
export const deskHref = (base: string, filter: DeskFilter, sort: DeskSort): string =>
  withQuery(base, deskAddressOf(filter, sort));

/** Whether two addresses of the list show the same. */
export const isSameAddress = (one: Record<string, string>, other: Record<string, string>): boolean =>
  withQuery('', one) === withQuery('', other);
