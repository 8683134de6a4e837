import { z } from 'zod';
import { typeWithFields } from '@/db/forms/queries';
import { query } from '../kernel/action';

/** One type with the fields of its form, those out of use among them. */
export const showType = query({
  permission: 'forms.showType',
  input: z.object({ key: z.string().min(1).max(60) }),
  run: async ({ db, input }) => typeWithFields(db, input.key),
});
