import { z } from 'zod';
import { listBlocked } from '@/db/blocking/queries';
import { query } from '../kernel/action';

/** A house that blocks more than this blocks at its mail server. */
const MOST = 500;

/** Addresses and domains that no request is taken from, the newest first. */
export const list = query({
  permission: 'blocking.list',
  input: z.object({}),
  run: async ({ db }) => ({ blocked: await listBlocked(db, MOST) }),
});
