import { z } from 'zod';

/** The number of a request as people type it, with or without its sign. */
export const typedNumber = z
  .union([z.string(), z.number()])
  .transform((typed) => Number(String(typed).replace(/^[\s#]+/, '') || Number.NaN))
  .pipe(z.number('errors.ticketNumber').int('errors.ticketNumber').positive('errors.ticketNumber'));
