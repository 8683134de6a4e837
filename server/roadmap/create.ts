import { z } from 'zod';
import { appendThemeEvent, countPlaces, insertTheme, replaceSteps } from '@/db/roadmap/queries';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { themeFields } from './fields';

/** Adds a priority theme. Refuses (`conflict`) when all places are taken, and (`invalid`) a key that exists. */
export const create = action({
  permission: 'roadmap.create',
  input: z.object({
    key: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'errors.slug')
      .max(60),
    ...themeFields,
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const { steps, quarter, ...facts } = input;
    const { taken, limit } = await countPlaces(tx);
    if (taken >= limit) throw new Refusal('conflict', 'errors.roadmapFull', { limit });
    const theme = await insertTheme(tx, {
      ...facts,
      quarter: quarter || null,
      state: 'exploring',
      createdAt: now,
      updatedAt: now,
    });
    if (!theme) throw invalidField('key', 'errors.keyTaken');
    await replaceSteps(tx, { ...theme, steps: [] }, steps, now);
    const actorId = actor.kind === 'user' ? actor.id : null;
    await appendThemeEvent(tx, theme.id, { kind: 'created', actorId, data: {}, at: now });
    await outbox.touch('roadmap');
    await outbox.index('theme', theme.key);
    audit({ type: 'theme', id: theme.id }, { key: theme.key });
    return { key: theme.key };
  },
});
