import { z } from 'zod';
import { firstTieable, tieableIncidents, tieableThemes, tieNamed } from '@/db/tickets/ties';
import { query } from '../kernel/action';

const text = z.string().trim().max(200).default('');

/**
 * What a request may be tied to: incidents, those that go on first, and themes, each by a piece of their title; with what a
 * filter names (an incident by its id, a theme by its key), whether or not it is among them.
 */
export const tieable = query({
  permission: 'tickets.tieable',
  input: z.object({
    incident: text,
    theme: text,
    named: z.object({ incident: z.uuid().optional(), theme: z.string().max(60).optional() }).default({}),
  }),
  async run({ db, input }) {
    const [first, named] = await Promise.all([firstTieable(db), tieNamed(db, input.named)]);
    const incidents = input.incident ? await tieableIncidents(db, input.incident) : first.incidents;
    const themes = input.theme ? await tieableThemes(db, input.theme) : first.themes;
    return { incidents, themes, named };
  },
});
