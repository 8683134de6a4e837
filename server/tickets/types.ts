import { z } from 'zod';
import { activeForms } from '@/db/forms/queries';
import { query } from '../kernel/action';

/** The request types that can be chosen, portal by portal in their order, with the fields of their forms; in both languages. */
export const types = query({
  permission: 'tickets.types',
  input: z.object({}),
  run: async ({ db }) =>
    (await activeForms(db)).map(({ type, portal, fields }) => ({
      key: type.key,
      portal: { key: portal.key, name: portal.name, intro: portal.intro },
      name: type.name,
      situation: type.situation,
      guidance: type.guidance,
      asksCriticality: type.asksCriticality,
      becomesIdea: type.becomesIdea,
      needsCompleteness: type.needsCompleteness,
      fields: fields.map(({ key, kind, label, help, why, need, options }) => ({
        key,
        kind,
        label,
        help,
        why,
        need,
        options,
      })),
    })),
});
