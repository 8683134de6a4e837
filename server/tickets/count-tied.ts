import { z } from 'zod';
import { countTied as count } from '@/db/tickets/ties';
import { TIE_KINDS } from '@/domain/tickets/ties';
import { query } from '../kernel/action';

/** How many requests are tied to an incident or a theme, of how many people and organisations. Whoever runs these reads it, and not which requests they are. */
export const countTied = query({
  permission: 'tickets.countTied',
  input: z.object({ to: z.enum(TIE_KINDS), id: z.uuid() }),
  run: async ({ db, input }) => count(db, input),
});
