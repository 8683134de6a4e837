import { z } from 'zod';
import { deleteLevel, listLevels } from '@/db/sla/queries';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';

/** Deletes a level that no request has. Refuses (`conflict`) one that is in use, and the one that begins at severity 1. */
export const removeLevel = action({
  permission: 'sla.removeLevel',
  input: z.object({ key: z.string().min(1) }),
  async run({ tx, input: { key }, outbox, audit }) {
    const level = (await listLevels(tx)).find((one) => one.key === key);
    if (!level) throw notFound('level');
    if (level.active && level.fromSeverity === 1) throw new Refusal('conflict', 'errors.severityGap');
    if (!(await deleteLevel(tx, key))) throw new Refusal('conflict', 'errors.inUse.level');
    await reckonAnew(outbox);
    audit({ type: 'level', id: key }, { name: level.name.fr });
    return { key };
  },
});
