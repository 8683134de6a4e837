import { z } from 'zod';
import { listLevels } from '@/db/sla/queries';
import { query } from '../kernel/action';

/** The levels of criticality that a request may have, gravest first, with what people read to choose. */
export const levels = query({
  permission: 'tickets.levels',
  input: z.object({}),
  run: async ({ db }) =>
    (await listLevels(db))
      .filter((level) => level.active)
      .map(({ key, name, definition, examples, fromSeverity }) => ({ key, name, definition, examples, fromSeverity })),
});
