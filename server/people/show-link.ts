import { z } from 'zod';
import { peekAccountToken } from '@/db/people/accounts';
import { query } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';

/** What a one-time link would do and for whom, without using it up; `null` when it no longer works. */
export const showLink = query({
  permission: 'people.showLink',
  input: z.object({ token: z.string().max(100) }),
  run: async ({ db, input, now }) => peekAccountToken(db, hashSecret(input.token), now),
});
