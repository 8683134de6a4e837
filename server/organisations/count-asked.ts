import { z } from 'zod';
import { countJoinRequests } from '@/db/organisations/joining';
import { query } from '../kernel/action';
import { lookedAfter } from './rows';

/** How many people wait to be let into each of the organisations that the actor looks after; those that nobody asked of are left out. */
export const countAsked = query({
  permission: 'organisations.countAsked',
  input: z.object({}),
  run: async ({ db, actor }) => countJoinRequests(db, lookedAfter(actor)),
});
