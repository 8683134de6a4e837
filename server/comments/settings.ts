import { z } from 'zod';
import { commentSettings } from '@/db/comments/queries';
import { query } from '../kernel/action';

/** What moderators decided for the whole site. */
export const settings = query({
  permission: 'comments.settings',
  input: z.object({}),
  run: ({ db }) => commentSettings(db),
});
