import { z } from 'zod';
import { activeRequestTypes } from '@/db/tickets/queries';
import { query } from '../kernel/action';

/** The request types that can be chosen, in both languages and in their order. */
export const types = query({
  permission: 'tickets.types',
  input: z.object({}),
  run: async ({ db }) =>
    (await activeRequestTypes(db)).map(({ key, portal, name, guidance, asksCriticality }) => ({
      key,
      portal,
      name,
      guidance,
      asksCriticality,
    })),
});
