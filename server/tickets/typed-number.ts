import { typedNumber as typed } from '../kernel/typed-number';

/** The number of a request as people type it. */
export const typedNumber = typed('errors.ticketNumber');
