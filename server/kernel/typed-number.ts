import { z } from 'zod';

/** Postgres keeps numbers that people see as `integer`. */
const LARGEST = 2_147_483_647;

/** A number of ours as people type it, with or without its sign (`12`, `#12`, `n° 12`); `fault` is what is said of anything else. */
export const typedNumber = (fault: string) =>
  z
    .union([z.string(), z.number()])
    .transform((typed) => Number(String(typed).replace(/^\s*(?:#|n°)?\s*/i, '') || Number.NaN))
    .pipe(z.number(fault).int(fault).positive(fault).max(LARGEST, fault));
